import { describe, expect, it } from 'vitest'
import { ClaimRule } from '../../../src/shared/domain/claims'
import type { RuleCases } from '../../../src/shared/claims/ruleCases'
import { cases as coloursAcrossPairs } from '../../../src/shared/claims/rules/coloursAcrossPairs.cases'
import { cases as compliance } from '../../../src/shared/claims/rules/compliance.cases'
import { cases as errorRate } from '../../../src/shared/claims/rules/errorRate.cases'
import { cases as identification } from '../../../src/shared/claims/rules/identification.cases'
import { cases as mapAsProof } from '../../../src/shared/claims/rules/mapAsProof.cases'
import { cases as measuredDistance } from '../../../src/shared/claims/rules/measuredDistance.cases'
import { cases as percentage } from '../../../src/shared/claims/rules/percentage.cases'
import { cases as transposed } from '../../../src/shared/claims/rules/transposed.cases'
import { rulesIn } from './measure'

const table: Record<ClaimRule, RuleCases> = {
  identification, percentage, transposed, 'measured-distance': measuredDistance, 'map-as-proof': mapAsProof, 'error-rate': errorRate, compliance, 'colours-across-pairs': coloursAcrossPairs
}

describe.each(Object.entries(table))('%s', (rule, { claims, harmless }) => {
  it.each(claims)('finds: %s', sentence => {
    expect(rulesIn(sentence)).toContain(rule)
  })

  it.each(harmless)('leaves alone: %s', sentence => {
    expect(rulesIn(sentence)).toEqual([])
  })
})

it('there are cases for every rule, and enough of them', () => {
  expect(Object.keys(table).sort()).toEqual([...ClaimRule.options].sort())
  const all = Object.values(table).flatMap(({ claims, harmless }) => [...claims, ...harmless])
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(new Set(all).size).toBe(all.length)
})
