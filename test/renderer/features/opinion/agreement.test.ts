import { expect, test } from 'vitest'
import { agreementRows, changesBetween } from '../../../../src/renderer/src/features/opinion/agreement'
import { COMPONENTS, type ChecklistItem, type Finding } from '../../../../src/shared/domain/checklist'

const conclusion = { level: 'inconclusive', same: 'a', different: 'b', rationale: 'because' }
const items = (findings: Partial<Record<ChecklistItem['component'], Finding>>, note = ''): ChecklistItem[] =>
  COMPONENTS.map(component => ({ component, finding: findings[component] ?? null, note: component === 'skin' ? note : '', cause: '', by: null, changed: null }))

test('two checklists component by component, in their order', () => {
  const rows = agreementRows(items({ skin: 'similar', nose: 'different', ears: 'similar' }), items({ skin: 'similar', nose: 'similar', mouth: 'not visible' }))
  expect(rows.map(({ component }) => component)).toEqual([...COMPONENTS])
  const of = Object.fromEntries(rows.map(({ component, agreement }) => [component, agreement]))
  expect(of).toMatchObject({ skin: 'same', nose: 'other', ears: 'one', mouth: 'one', hair: 'none' })
})

test('what was changed after the opinion was locked is named, with before and after', () => {
  const before = { checklist: items({ skin: 'similar', nose: 'different' }), conclusion }
  expect(changesBetween(before, before)).toEqual([])
  const after = { checklist: items({ skin: 'similar', nose: 'similar', ears: 'not visible' }, 'a scar'), conclusion: { ...conclusion, level: 'support', rationale: 'other' } }
  expect(changesBetween(before, after)).toEqual(['level: inconclusive \u2192 support', 'rationale changed', 'nose: different \u2192 similar', 'ears: not assessed \u2192 not visible', 'skin: note changed'])
})
