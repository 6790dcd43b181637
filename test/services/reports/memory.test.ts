import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exhibit } from '../../../src/shared/domain/exhibit'
import type { Report } from '../../../src/shared/domain/report'
import { suitabilityOf } from '../../../src/shared/domain/quality'
import { buildCli, demo } from '../../support/cli'
import { infoOf, noPoppler } from '../../support/poppler'
import { startEngine } from '../support'
import { deskWith, folderOf, jsonOf, type Desk } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

const COMPARISONS = 40

/** Between the faces of some group photos. */
async function compareMany(at: Desk): Promise<string[]> {
  const { imported } = await at.call('exhibit.import', { case: at.caseId, files: [1, 2, 4].map(number => ({ kind: 'path' as const, path: demo(number) })) })
  const exhibits = [...at.exhibits, ...(await Promise.all(imported.map(({ id }) => at.call('exhibit.get', { id }))))]
  const usable = exhibits.flatMap(({ faces }: Exhibit) => faces.filter(({ quality }) => suitabilityOf(quality).suitable))
  const pairs = usable.flatMap((a, i) => usable.slice(i + 1).map(b => [a.id, b.id] as const)).slice(0, COMPARISONS)
  const ids: string[] = []
  for (const [faceA, faceB] of pairs) {
    const { id } = await at.call('comparison.create', { case: at.caseId, faceA, faceB })
    await at.call('comparison.run', { id })
    ids.push(id)
  }
  return ids
}

/** The most memory that a process ever had, MB. */
const mostOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024

it.skipIf(process.platform !== 'linux')('forty comparisons make one report within bounds of memory', async () => {
  const at = await deskWith(engine, [])
  const ids = await compareMany(at)
  expect(ids).toHaveLength(COMPARISONS)
  const make = async (comparisons: string[]): Promise<{ report: Report; pages: number; engine: number; own: number }> => {
    const row = await at.call('report.create', { case: at.caseId, comparisons, language: 'en' })
    const pdf = join(folderOf(at, row), 'report.pdf')
    if (noPoppler === null) expect(infoOf(pdf).Pages).toBe(String(row.pages))
    return { report: jsonOf(at, row), pages: row.pages, engine: mostOf(engine.pid!), own: mostOf(process.pid) }
  }
  const few = await make(ids.slice(0, 4))
  const all = await make(ids)
  expect(all.report.comparisons.map(({ label }) => label)).toEqual(ids.map((_, i) => `C-${i + 1}`))
  expect(all.report.comparisons.every(({ maps }) => maps?.asRecorded)).toBe(true)
  expect(all.pages).toBeGreaterThan(few.pages + 36)
  // Seen: 6 MB more in the window's process, and 22 MB a comparison in the engine's, which holds a page's pictures until the PDF is whole.
  expect(all.own - few.own).toBeLessThan(150)
  expect(all.engine - few.engine).toBeLessThan(2000)
}, 600_000)
