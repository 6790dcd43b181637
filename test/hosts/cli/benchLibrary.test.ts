import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { openLibrary } from '../../../src/main/cases/library'
import { checkChain } from '../../../src/main/evidence/chain'
import type { LibraryReport } from '../../../src/main/bench/library/run'
import { buildCli, scratch, vidimus } from '../../support/cli'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

it('bench library builds what it was asked for, through the writer of the program, and measures both sizes', async () => {
  const cwd = scratch()
  const { status, stdout } = await vidimus(['bench', 'library', '--cases', '30', '--comparisons', '200', '--folder', 'library', '--json'], cwd)
  const report = JSON.parse(stdout) as LibraryReport
  expect([status, report.small, report.large]).toMatchObject([0, { cases: 3, comparisons: 20 }, { cases: 30, comparisons: 200 }])
  for (const { latencies } of [report.small, report.large]) for (const [question, { median, p95 }] of Object.entries(latencies)) expect([question, median >= 0 && p95 >= median]).toEqual([question, true])

  const library = await openLibrary(join(cwd, 'library'), { mode: 'read', actor: () => ({ who: '', where: '' }) })
  expect(library.read.counts()).toMatchObject({ cases: 30, comparisons: 200 })
  const chain = checkChain(library.anchor())
  library.read.auditAfter(0, 1e6).forEach(chain.add)
  expect(chain.end().ok).toBe(true)
  const { rows } = library.read.comparisons({ case: null, decision: null, sort: 'number', descending: false, removed: false, offset: 0, limit: 500 })
  expect(rows.every(({ runs, run }) => runs === 1 && run !== null)).toBe(true)
  expect(library.read.run(rows[0]!.run!.id).record.schema).toBe('vidimus.comparison/1')
  library.close()
})

it('bench library prints a table and leaves nothing behind', async () => {
  const cwd = scratch()
  const { status, stdout } = await vidimus(['bench', 'library', '--cases', '10', '--comparisons', '20'], cwd)
  expect([status, stdout]).toEqual([0, expect.stringMatching(/Large: 10 cases, 20 comparisons.*\n\n\|.*large \/ small \|\n[^]*library\.search: common word/)])
  expect([readdirSync(cwd), existsSync(join(cwd, 'library'))]).toEqual([[], false])
})
