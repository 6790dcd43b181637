import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordCrash } from '../../../src/main/hosts/crashLog'
import { EngineProcess, type CrashRecord } from '../../../src/main/hosts/worker/engineProcess'
import { forkEngine } from '../../../src/main/hosts/worker/fork'
import { buildChild, type BuiltChild } from './fixture/build'

type AnyCall = (name: string, input: unknown, context?: { report?: (progress: number) => void; signal?: AbortSignal }) => Promise<unknown>

let child: BuiltChild
let crashes: CrashRecord[]
let engine: EngineProcess
let call: AnyCall

beforeAll(async () => {
  child = await buildChild()
})
afterAll(() => child.remove())

beforeEach(() => {
  crashes = []
  engine = new EngineProcess({ start: () => forkEngine(child.module), onCrash: record => crashes.push(record), cancelGraceMs: 200 })
  call = engine.call as AnyCall
})
afterEach(() => engine.close())

const inFlight = async (): Promise<number> => {
  await expect.poll(() => engine.pid).toBeTypeOf('number')
  return engine.pid!
}

test('starts at the first call and stays', async () => {
  expect(engine.pid).toBeUndefined()
  const pid = await call('pid', {})
  expect(pid).not.toBe(process.pid)
  expect(await call('pid', {})).toBe(pid)
})

test('large arrays travel as they are, with progress', async () => {
  const progress: number[] = []
  const data = Float32Array.from({ length: 1_000_000 }, (_, index) => index)
  const doubled = (await call('double', { data }, { report: value => progress.push(value) })) as { data: Float32Array }
  expect(doubled.data).toBeInstanceOf(Float32Array)
  expect(doubled.data.at(-1)).toBe(1_999_998)
  expect(progress).toEqual([0.5])
})

test('an error of the function keeps its kind, code and detail', async () => {
  await expect(call('refuse', {})).rejects.toMatchObject({ kind: 'input', code: 'photo.no-face', detail: { found: 0 } })
  await expect(call('toString', {})).rejects.toMatchObject({ code: 'engine.unknown' })
  expect(crashes).toEqual([])
})

test('kill -9 loses the call in flight alone; the waiting one runs in a new process', async () => {
  await call('pid', {})
  const pid = await inFlight()
  const lost = call('wait', {})
  const waiting = call('pid', {})
  setTimeout(() => process.kill(pid, 'SIGKILL'), 50)
  await expect(lost).rejects.toMatchObject({ kind: 'fault', code: 'engine.crashed', message: expect.stringContaining('SIGKILL') as string })
  expect(await waiting).not.toBe(pid)
  expect(crashes).toMatchObject([{ call: 'wait', signal: 'SIGKILL', pid }])
})

test('a native abort is reported with what the process said last', async () => {
  await expect(call('die', {})).rejects.toMatchObject({ code: 'engine.crashed', message: expect.stringContaining('SIGABRT') as string })
  expect(crashes[0]?.stderr).toContain('terminate called')
})

test('a crash between calls is recorded and loses nothing', async () => {
  await call('pid', {})
  const pid = await inFlight()
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => crashes).toMatchObject([{ call: null }])
  expect(await call('pid', {})).not.toBe(pid)
})

test('cancel stops a function that listens, and keeps the process', async () => {
  const pid = await call('pid', {})
  await expect(call('wait', {}, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({ kind: 'cancelled' })
  expect(await call('pid', {})).toBe(pid)
})

test('cancel kills a function that does not listen, and that is no crash', async () => {
  const pid = await call('pid', {})
  await expect(call('spin', {}, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({ kind: 'cancelled' })
  expect(await call('pid', {})).not.toBe(pid)
  expect(crashes).toEqual([])
})

test('closing rejects what runs and what waits', async () => {
  const running = call('wait', {})
  const waiting = call('pid', {})
  await inFlight()
  engine.close()
  await expect(running).rejects.toMatchObject({ kind: 'cancelled' })
  await expect(waiting).rejects.toMatchObject({ code: 'engine.closed' })
})

test('the crash log gains one line a crash', async () => {
  const log = join(child.folder, 'log')
  for (const code of [1, 2]) recordCrash({ at: 'now', pid: 1, call: 'selfTest', code, signal: null, stderr: '' }, log)
  const lines = (await readFile(join(log, 'faults.jsonl'), 'utf8')).trim().split('\n')
  expect(lines.map(line => (JSON.parse(line) as { details: CrashRecord }).details.code)).toEqual([1, 2])
})
