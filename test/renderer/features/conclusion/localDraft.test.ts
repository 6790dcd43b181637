import { beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from '../../../../src/renderer/src/features/conclusion/localDraft'

const draft = { level: null, same: 'one', different: 'two', rationale: 'because', after: 2, at: '2025-01-02T03:04:05.000Z' }
let held: Map<string, string>
let store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

beforeEach(() => {
  held = new Map()
  store = { getItem: key => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: key => void held.delete(key) }
})

test('each comparison has a draft of its own', () => {
  keepDraft(store, 'one', draft)
  expect(readDraft(store, 'one')).toEqual(draft)
  expect(readDraft(store, 'two')).toBeNull()
  dropDraft(store, 'one')
  expect(readDraft(store, 'one')).toBeNull()
})

test.each(['', '{', '[]', '{"level":5}'])('what is not a draft of ours is not offered: %j', text => {
  keepDraft(store, 'one', draft)
  for (const key of held.keys()) held.set(key, text)
  expect(readDraft(store, 'one')).toBeNull()
})
