import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JobStore } from '../../../src/renderer/src/data/jobs'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const job = { title: 'Import', cancel: () => undefined }

test('a job is shown after its delay with the progress it has by then, and goes when it ends', () => {
  const store = new JobStore()
  let told = 0
  store.watch(() => told++)
  const shown = store.add(job, 400)
  shown.report({ step: 'a.jpg', done: 1, total: 4 })
  expect(store.list()).toEqual([])
  vi.advanceTimersByTime(400)
  expect(store.list()).toMatchObject([{ title: 'Import', progress: { done: 1, total: 4 } }])
  shown.end()
  expect(store.list()).toEqual([])
  expect(told).toBe(2)
})

test('work that is over before its delay is never shown', () => {
  const store = new JobStore()
  store.add(job, 400).end()
  vi.advanceTimersByTime(1000)
  expect(store.list()).toEqual([])
})

test('the list is the same array until something changes', () => {
  const store = new JobStore()
  store.add(job)
  vi.advanceTimersByTime(0)
  expect(store.list()).toBe(store.list())
})
