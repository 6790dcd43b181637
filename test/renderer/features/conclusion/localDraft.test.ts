import { beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from '../../../../src/renderer/src/features/conclusion/localDraft'

const draft = { level: null, same: 'one', different: 'two', rationale: 'because', after: 2, at: '2025-01-02T03:04:05.000Z' }
let held: Map<string, string>
let store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

beforeEach(() => {
  held = new Map()
  store = { getItem: key => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: key => void held.delete(key) }
})

const owner = { library: '/cases', comparison: 'one', examiner: 'A. Examiner' }

test('each examiner has a draft of their own for each comparison of each library', () => {
  keepDraft(store, owner, draft)
  expect(readDraft(store, { ...owner })).toEqual(draft)
  for (const other of [{ library: '/copy' }, { comparison: 'two' }, { examiner: 'B. Verifier' }]) expect(readDraft(store, { ...owner, ...other })).toBeNull()
  dropDraft(store, { ...owner, examiner: 'B. Verifier' })
  expect(readDraft(store, owner)).toEqual(draft)
  dropDraft(store, owner)
  expect(readDraft(store, owner)).toBeNull()
})

test.each(['', '{', '[]', '{"level":5}'])('what is not a draft of ours is not offered: %j', text => {
  keepDraft(store, owner, draft)
  for (const key of held.keys()) held.set(key, text)
  expect(readDraft(store, owner)).toBeNull()
})
