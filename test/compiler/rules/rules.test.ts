import { afterAll, describe, expect, it } from 'vitest'
import type { RuleBook } from '../../../src/main/compiler/builder'
import type { OpRule } from '../../../src/main/compiler/rule'
import type { RuleCase } from '../../../src/main/compiler/ruleCase'
import { RULES, rules } from '../../../src/main/compiler/rules/index'
import { faults, tryCase, tryFold, type Findings } from './harness'

const files = import.meta.glob<{ cases: readonly RuleCase[] }>('../../../src/main/compiler/rules/*.cases.ts', { eager: true })
const casesOf = new Map(Object.entries(files).map(([path, { cases }]) => [path.replace(/^.*\/|\.cases\.ts$/g, ''), cases]))
const differentiable = (rule: OpRule): boolean => rule.vjp !== undefined || rule.lower !== undefined

/** Each rule's case with a cotangent that is not zero, for the mutants. */
const telling = new Map<string, { rule: OpRule; ruleCase: RuleCase; findings: Findings }>()

describe.each(RULES.map((rule) => ({ op: rule.op, rule })))('$op', ({ op, rule }) => {
  const cases = casesOf.get(op) ?? []

  it.runIf(differentiable(rule))('has a case', () => expect(cases.length).toBeGreaterThan(0))

  it.each(cases)('$name', async (ruleCase) => {
    const findings = await tryCase(op, ruleCase, rules)
    expect(faults(findings, ruleCase)).toEqual([])
    if (!telling.has(op) && !ruleCase.expect && findings.cotangents.some(({ size }) => size > 0.05)) telling.set(op, { rule, ruleCase, findings })
  })

  it.runIf(rule.fold).each(cases.filter(({ expect }) => !expect))('folds: $name', async (ruleCase) => {
    expect(await tryFold(op, ruleCase, rules)).toBeLessThan(2e-6)
  })
})

it('every case belongs to a rule', () => {
  const known = new Set(RULES.map(({ op }) => op))
  expect([...casesOf.keys()].filter((op) => !known.has(op))).toEqual([])
})

/** The book with one rule's cotangents passed through `spoil`. */
const spoiled = (rule: OpRule, spoil: (g: string, call: Parameters<NonNullable<OpRule['vjp']>>[0]) => string): RuleBook => {
  const wrong: OpRule = { ...rule, vjp: (call) => (rule.vjp?.(call) ?? []).map((g) => g && spoil(g, call)) }
  return (op, domain) => (op === rule.op && domain === (rule.domain ?? '') ? wrong : rules(op, domain))
}

describe('the harness rejects', () => {
  const mutants: Record<string, Parameters<typeof spoiled>[1]> = {
    'a flipped sign': (g, { b }) => b.neg(g),
    'a factor 5 % off': (g, { b }) => b.scale(g, 1.05)
  }
  it.each(Object.entries(mutants))('%s, in every rule', async (_, spoil) => {
    expect(telling.size).toBeGreaterThan(0)
    const passed: string[] = []
    for (const [op, { rule, ruleCase }] of telling)
      if (rule.vjp && faults(await tryCase(op, ruleCase, spoiled(rule, spoil)), ruleCase).length === 0) passed.push(op)
    expect(passed).toEqual([])
  })
})

afterAll(() => telling.clear())
