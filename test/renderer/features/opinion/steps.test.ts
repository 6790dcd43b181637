import { expect, test } from 'vitest'
import { stepsOf } from '../../../../src/renderer/src/features/opinion/steps'
import { COMPONENTS, type ChecklistItem } from '../../../../src/shared/domain/checklist'

const items = (assessed: number): ChecklistItem[] => COMPONENTS.map((component, i) => ({ component, finding: i < assessed ? 'similar' : null, note: '', cause: '', by: null, changed: null }))

test('what is open is said with how far it has come', () => {
  expect(stepsOf(items(7), { level: null, rationale: '  ' }).map(({ done, text }) => [done, text])).toEqual([
    [false, '7 of 19 components assessed'],
    [false, 'No level of the scale chosen'],
    [false, 'No rationale written']
  ])
})

test('all is done with 19 components, a level and a rationale', () => {
  expect(stepsOf(items(19), { level: 'inconclusive', rationale: 'because' }).every(({ done }) => done)).toBe(true)
  expect(stepsOf(items(18), { level: 'inconclusive', rationale: 'because' }).every(({ done }) => done)).toBe(false)
})
