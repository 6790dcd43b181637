import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createSaver, type Saver } from '../../../../src/renderer/src/features/panels/saver'

interface Item {
  finding: string | null
  note: string
}

let stored: Item
let written: Item[]
/** Writes wait here until the test lets them end. */
let pending: ((ok: boolean) => void)[]
let saver: Saver<Item>

const write = (value: Item): Promise<boolean> => {
  written.push(value)
  return new Promise(resolve => pending.push(resolve))
}
const learn = (next: Item): void => {
  stored = next
  saver.learn(next, write)
}
/** Ends the write that runs; what was written is what is stored then. */
const end = async (ok = true): Promise<void> => {
  if (ok) learn(written.at(-1)!)
  pending.shift()!(ok)
  await new Promise(resolve => setImmediate(resolve))
}
const shown = (): Item => ({ ...stored, ...saver.view().changed })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  written = []
  pending = []
  saver = createSaver<Item>({ finding: null, note: '' }, 700)
  learn({ finding: null, note: '' })
  return () => void vi.useRealTimers()
})

test('nothing is said and nothing written before a change', () => {
  saver.leave()
  expect(saver.view().state).toBe('untouched')
  expect(written).toEqual([])
})

describe('a choice', () => {
  test('is stored at once', async () => {
    saver.choose({ finding: 'similar' })
    expect(saver.view().state).toBe('saving')
    await end()
    expect(written).toEqual([{ finding: 'similar', note: '' }])
    expect(saver.view()).toEqual({ changed: {}, state: 'saved', theirs: {} })
  })

  test('made while another is being written is written after it', async () => {
    saver.choose({ finding: 'similar' })
    saver.choose({ finding: 'different' })
    expect(written).toHaveLength(1)
    await end()
    expect(written.map(({ finding }) => finding)).toEqual(['similar', 'different'])
    expect(shown().finding).toBe('different')
    await end()
    expect(saver.view().state).toBe('saved')
  })

  test('that could not be stored stays seen, and is tried again', async () => {
    saver.choose({ finding: 'similar' })
    await end(false)
    expect(saver.view()).toEqual({ changed: { finding: 'similar' }, state: 'failed', theirs: {} })
    saver.leave()
    await end()
    expect(written).toHaveLength(2)
    expect(saver.view().state).toBe('saved')
  })
})

describe('typing', () => {
  test('is stored when it rests, with what was chosen meanwhile', async () => {
    saver.type({ note: 'sc' })
    vi.advanceTimersByTime(600)
    saver.type({ note: 'scar' })
    vi.advanceTimersByTime(600)
    expect(written).toEqual([])
    saver.choose({ finding: 'similar' })
    await end()
    expect(written).toEqual([{ finding: 'similar', note: 'scar' }])
  })

  test('goes on while it is written: nothing typed is lost', async () => {
    saver.type({ note: 'a' })
    vi.advanceTimersByTime(700)
    saver.type({ note: 'ab' })
    await end()
    expect(shown().note).toBe('ab')
    expect(saver.view().state).toBe('waiting')
    vi.advanceTimersByTime(700)
    await end()
    expect(written.at(-1)?.note).toBe('ab')
  })

  test('is not disturbed by a change of another field from elsewhere, and does not undo it', async () => {
    saver.type({ note: 'mine' })
    learn({ finding: 'different', note: '' })
    expect(shown()).toEqual({ finding: 'different', note: 'mine' })
    saver.leave('note')
    expect(written).toEqual([{ finding: 'different', note: 'mine' }])
    await end()
    expect(saver.view().theirs).toEqual({})
  })

  test('that another window overtook in the same field is told and not stored, until one of the two is chosen', async () => {
    saver.type({ note: 'mine' })
    learn({ finding: null, note: 'theirs' })
    expect(saver.view()).toMatchObject({ changed: { note: 'mine' }, theirs: { note: 'theirs' } })
    vi.advanceTimersByTime(700)
    saver.leave('note')
    expect(written).toEqual([])
    expect(shown().note).toBe('mine')
    saver.keep('note')
    expect(written).toEqual([{ finding: null, note: 'mine' }])
    await end()
    expect(saver.view()).toMatchObject({ changed: {}, theirs: {}, state: 'saved' })
  })

  test('that was overtaken is told once, however often the same is learnt', () => {
    saver.type({ note: 'mine' })
    learn({ finding: null, note: 'theirs' })
    const told = vi.fn()
    saver.watch(told)
    learn({ finding: null, note: 'theirs' })
    expect(told).not.toHaveBeenCalled()
    learn({ finding: null, note: 'theirs, changed' })
    expect(told).toHaveBeenCalledTimes(1)
    expect(saver.view().theirs).toEqual({ note: 'theirs, changed' })
    learn({ finding: null, note: 'mine' })
    expect(saver.view().theirs).toEqual({})
  })

  test('that was overtaken can give way', () => {
    saver.type({ note: 'mine' })
    learn({ finding: null, note: 'theirs' })
    saver.take('note')
    expect(shown().note).toBe('theirs')
    expect(saver.view().theirs).toEqual({})
    expect(written).toEqual([])
  })

  test('that rested while another window stored something else is overtaken as soon as it goes on', async () => {
    saver.type({ note: 'mine' })
    vi.advanceTimersByTime(700)
    await end()
    learn({ finding: null, note: 'theirs' })
    expect(saver.view().theirs).toEqual({})
    saver.type({ note: 'mine too' })
    expect(saver.view().theirs).toEqual({ note: 'theirs' })
    vi.advanceTimersByTime(700)
    expect(written).toHaveLength(1)
  })

  test('is not overtaken by its own words coming back, trimmed, while it goes on', async () => {
    saver.type({ note: 'a ' })
    vi.advanceTimersByTime(700)
    saver.type({ note: 'a b' })
    learn({ finding: null, note: 'a' })
    expect(saver.view().theirs).toEqual({})
    await end()
    learn({ finding: null, note: 'a' })
    expect(saver.view().theirs).toEqual({})
  })

  test('shows what others stored once the field is left and nothing is unsaved', async () => {
    saver.type({ note: 'mine' })
    vi.advanceTimersByTime(700)
    await end()
    learn({ finding: null, note: 'theirs' })
    expect(shown().note).toBe('mine')
    saver.leave('note')
    expect(shown().note).toBe('theirs')
    expect(written).toHaveLength(1)
  })
})
