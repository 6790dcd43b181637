import { mkdirSync, readdirSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCli } from '../../support/cli'
import { startEngine } from '../support'
import { deskWith, reportsIn } from './support'

const ROOT = resolve(import.meta.dirname, '../../..')
const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

it('killed in the middle, a report is not listed, and what it left goes with the next one', async () => {
  const at = await deskWith(engine, [[0, 1]])
  const library = join(at.folder, 'library')
  await at.call('library.close', {})
  mkdirSync(join(library, 'reports'), { recursive: true })
  const request = { case: at.caseId, comparisons: null, language: 'en' }
  const child = spawn(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), 'call', 'report.create', JSON.stringify(request), '--library', library], { env: { ...process.env, VIDIMUS_HOME: at.folder }, detached: true, stdio: 'ignore' })
  // Told by the system when the draft appears, long before its pages are set; the engine of its own goes with it.
  const watching = watch(join(library, 'reports')).once('change', () => process.kill(-child.pid!, 'SIGKILL'))
  await once(child, 'exit')
  watching.close()
  expect(child.signalCode).toBe('SIGKILL')
  await at.call('library.open', { folder: library })
  expect((await at.call('report.list', { case: at.caseId })).rows).toEqual([])
  expect(reportsIn(at)).toEqual([expect.stringMatching(/^\.making-/)])
  const row = await at.call('report.create', { ...request, language: 'en' as const })
  expect(row.number).toBe(1)
  expect(reportsIn(at)).toEqual([row.id])
  expect(readdirSync(join(library, 'reports', row.id))).toHaveLength(3)
})
