import { describe, expect, test } from 'vitest'
import { EnhancementStep, type EnhancementSteps } from '../../../../src/shared/domain/enhancement'
import { KINDS, STEPS, reordered, withStep, withoutStep } from '../../../../src/renderer/src/features/enhancement/steps'

const kindsOfContract = EnhancementStep.options.map(option => option.shape.kind.value)
const steps: EnhancementSteps = [{ kind: 'grey' }, { kind: 'gamma', gamma: 1.4 }, { kind: 'median', side: 3 }]
const kinds = (list: EnhancementSteps): string[] => list.map(({ kind }) => kind)

test('every kind of the contract can be added', () => expect(KINDS.toSorted()).toEqual(kindsOfContract.toSorted()))

describe.each(KINDS)('%s', kind => {
  const { initial, parameters } = STEPS[kind]

  test('begins as the contract allows', () => expect(EnhancementStep.parse(initial)).toEqual(initial))

  test('its sliders give nothing that the contract refuses, and every number of it has one', () => {
    expect(parameters.map(({ name }) => name).toSorted()).toEqual(Object.keys(initial).filter(name => name !== 'kind').toSorted())
    for (const { least, most, step, read, write } of parameters)
      for (const value of [least, least + step, most]) {
        const written = EnhancementStep.parse(write(initial, value))
        expect(read(written)).toBe(value)
      }
  })
})

test('steps are moved, replaced, removed', () => {
  expect(kinds(reordered(steps, 0, 2))).toEqual(['gamma', 'median', 'grey'])
  expect(kinds(reordered(steps, 2, 0))).toEqual(['median', 'grey', 'gamma'])
  expect(reordered(steps, 0, -1)).toBe(steps)
  expect(reordered(steps, 2, 3)).toBe(steps)
  expect(kinds(withoutStep(steps, 1))).toEqual(['grey', 'median'])
  expect(withStep(steps, 2, { kind: 'median', side: 7 })[2]).toEqual({ kind: 'median', side: 7 })
})
