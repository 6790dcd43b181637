import { expect, test } from 'vitest'
import { COMPONENTS } from '../../../../src/shared/domain/checklist'
import { COMPONENT_COUNT, FINDINGS, assessedCount, findingOf, neighbour } from '../../../../src/renderer/src/features/checklist/findings'

test('there are 19 components and five findings', () => {
  expect(COMPONENT_COUNT).toBe(19)
  expect(FINDINGS.map(({ label }) => label)).toEqual(['Not visible', 'Not comparable', 'Similar', 'Different', 'Inconclusive'])
})

test('keys 1 to 5 set a finding, 0 and Backspace take it back, others do nothing', () => {
  expect(['1', '2', '3', '4', '5'].map(findingOf)).toEqual(['not visible', 'not comparable', 'similar', 'different', 'inconclusive'])
  expect([findingOf('0'), findingOf('Backspace')]).toEqual([null, null])
  expect([findingOf('6'), findingOf('a'), findingOf('12')]).toEqual([undefined, undefined, undefined])
})

test('inconclusive counts as assessed, nothing does not', () => {
  expect(assessedCount([{ finding: 'inconclusive' }, { finding: null }, { finding: 'not visible' }])).toBe(2)
})

test('arrow keys go through the components that are shown', () => {
  const shown = COMPONENTS.filter(component => component !== 'face outline')
  expect(neighbour('ArrowDown', 'skin', shown)).toBe('face composition')
  expect(neighbour('ArrowUp', 'face composition', shown)).toBe('skin')
  expect(neighbour('ArrowUp', 'skin', shown)).toBeNull()
  expect(neighbour('ArrowDown', 'other', shown)).toBeNull()
  expect(neighbour('x', 'skin', shown)).toBeNull()
})
