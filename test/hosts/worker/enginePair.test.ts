import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { EnginePair } from '../../../src/main/hosts/worker/enginePair'
import { forkEngine } from '../../../src/main/hosts/worker/fork'

type AnyCall = (name: string, input: unknown, context?: { background?: boolean }) => Promise<unknown>

let folder: string
let engine: EnginePair
let call: AnyCall

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-pair-'))
  await build({
    logLevel: 'error',
    configFile: false,
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'fixture/child.ts'), outDir: folder, rollupOptions: { output: { entryFileNames: 'child.mjs' } } }
  })
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  engine = new EnginePair({ start: () => forkEngine(join(folder, 'child.mjs')) })
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
