import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PATIENCE_MS, createLatest, type LatestState } from '../../../../../src/renderer/src/features/compare/live/latest'

interface Asked {
  input: number
  signal: AbortSignal
  answer: () => void
  fail: (error: Error) => void
}

let asked: Asked[]
let state: LatestState<number, string>
let changes: number
beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  changes = 0
})
afterEach(() => {
  vi.useRealTimers()
})

/** Answers come when the test says so, and an aborted one fails as the program's does. */
const start = () =>
  createLatest<number, string>({
    run: (input, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')))
        asked.push({ input, signal, answer: () => resolve(`answer ${input}`), fail: reject })
      }),
    onChange: next => {
      state = next
      changes++
    },
    isSame: (a, b) => a === b
  })
const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)
const answer = async (at: number, after = 0): Promise<void> => {
  await pass(after)
  asked[at]!.answer()
  await pass()
}

it('answers what is asked', async () => {
  start().ask(1)
  expect(state).toMatchObject({ wanted: 1, shown: null })
  await pass()
  await answer(0, 70)
  expect(state).toMatchObject({ wanted: 1, shown: { input: 1, result: 'answer 1' }, error: null, latency: 70 })
})

it('runs one at a time and drops all but the last that waits', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  for (const input of [2, 3, 4, 5]) latest.ask(input)
  await pass(10)
  expect(asked.map(({ input }) => input)).toEqual([1])
  await answer(0)
  expect(asked.map(({ input }) => input)).toEqual([1, 5])
  await answer(1)
  expect(state).toMatchObject({ wanted: 5, shown: { input: 5 } })
  expect(asked).toHaveLength(2)
})

it('a quick outdated answer is shown, and is not what is wanted', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  latest.ask(2)
  await answer(0, 50)
  expect(state).toMatchObject({ wanted: 2, shown: { input: 1 } })
})

it('an outdated answer that takes too long is aborted, and the next one starts', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  latest.ask(2)
  await pass(PATIENCE_MS - 1)
  expect(asked[0]!.signal.aborted).toBe(false)
  await pass(1)
  expect(asked[0]!.signal.aborted).toBe(true)
  await pass(1)
  expect(asked.map(({ input }) => input)).toEqual([1, 2])
  expect(state.error).toBeNull()
})

it('where answers are known to be slow, an outdated one is aborted at once and a moving question starts none', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  await answer(0, 2000)
  latest.ask(2)
  await pass(1000)
  latest.ask(3)
  expect(asked[1]!.signal.aborted).toBe(true)
  for (const input of [4, 5, 6, 7]) {
    await pass(100)
    latest.ask(input)
  }
  expect(asked).toHaveLength(2)
  await pass(300)
  expect(asked.map(({ input }) => input)).toEqual([1, 2, 7])
})

it('going back to what runs does not abort it', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  latest.ask(2)
  latest.ask(1)
  await pass(PATIENCE_MS * 2)
  await answer(0)
  expect(state).toMatchObject({ wanted: 1, shown: { input: 1 } })
  expect(asked).toHaveLength(1)
})

it('going back to what is shown asks nothing', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  await answer(0)
  latest.ask(2)
  latest.ask(1)
  await pass(1000)
  expect(asked).toHaveLength(1)
})

it('keeps the error of what is wanted until it is asked again', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  asked[0]!.fail(new Error('no engine'))
  await pass(1000)
  expect(state).toMatchObject({ error: new Error('no engine'), shown: null })
  expect(asked).toHaveLength(1)
  latest.again()
  await pass()
  await answer(1)
  expect(state).toMatchObject({ error: null, shown: { input: 1 } })
})

it('an outdated error is nobody\u2019s', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  latest.ask(2)
  asked[0]!.fail(new Error('no engine'))
  await pass()
  expect(state).toMatchObject({ wanted: 2, error: null })
  expect(asked).toHaveLength(2)
})

it('is silent once stopped', async () => {
  const latest = start()
  latest.ask(1)
  await pass()
  latest.ask(2)
  const before = changes
  latest.stop()
  await pass(1000)
  expect(asked[0]!.signal.aborted).toBe(true)
  expect(asked).toHaveLength(1)
  expect(changes).toBe(before)
})
