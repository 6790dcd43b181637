import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from '../../src/main/services/throttle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first value goes at once, then the newest once a period, and the last one at the end', () => {
  const passed: number[] = []
  const { push, flush } = throttle<number>(50, value => passed.push(value))
  for (let value = 0; value < 1000; value++) {
    push(value)
    vi.advanceTimersByTime(1)
  }
  expect(passed[0]).toBe(0)
  expect(passed.length).toBeLessThanOrEqual(21)
  flush()
  expect(passed.at(-1)).toBe(999)
  expect(passed).toEqual([...passed].sort((a, b) => a - b))
})

test('slow values all pass, and nothing passes after the end', () => {
  const passed: number[] = []
  const { push, flush } = throttle<number>(50, value => passed.push(value))
  for (const value of [1, 2, 3]) {
    push(value)
    vi.advanceTimersByTime(60)
  }
  flush()
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual([1, 2, 3])
})
