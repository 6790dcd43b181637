import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { EnginePair } from '../../../src/main/hosts/worker/enginePair'
import { forkEngine } from '../../../src/main/hosts/worker/fork'
import { buildChild, type BuiltChild } from './fixture/build'

type AnyCall = (name: string, input: unknown, context?: { background?: boolean }) => Promise<unknown>

let child: BuiltChild
let engine: EnginePair
let call: AnyCall

beforeAll(async () => {
  child = await buildChild()
})
afterAll(() => child.remove())
beforeEach(() => {
  engine = new EnginePair({ start: () => forkEngine(child.module) })
  call = engine.call as AnyCall
})
afterEach(() => engine.close())

test('what somebody waits for is answered while background work never ends', async () => {
  const endless = call('spin', {}, { background: true }).catch((error: unknown) => error)
  expect(await call('pid', {})).toBe(engine.pid)
  engine.close()
  expect(await endless).toMatchObject({ kind: 'cancelled' })
})

test('a crash in the background leaves the other process alone', async () => {
  const pid = await call('pid', {})
  await expect(call('die', {}, { background: true })).rejects.toMatchObject({ code: 'engine.crashed' })
  expect(await call('pid', {})).toBe(pid)
  expect(await call('pid', {}, { background: true })).not.toBe(pid)
})

test('a report is set in a process of its own, which ends with it', async () => {
  const [front, back] = [await call('pid', {}), await call('pid', {}, { background: true })]
  const set = (await call('typesetReport', {})) as number
  expect([front, back]).not.toContain(set)
  await expect.poll(() => isAlive(set), { timeout: 20_000 }).toBe(false)
  expect(await call('pid', {}, { background: true })).toBe(back)
})

test('a closed pair sets no report', async () => {
  engine.close()
  await expect(call('typesetReport', {})).rejects.toMatchObject({ code: 'engine.closed' })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
