import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Exhibit } from '../../../src/shared/domain/exhibit'
import { Report, type ReportRow } from '../../../src/shared/domain/report'
import type { EngineProcess } from '../../../src/main/hosts/worker/engineProcess'
import { demo } from '../../support/cli'
import { newCase, startWorkstation, type Workstation } from '../support'

export interface Desk extends Workstation {
  caseId: string
  exhibits: Exhibit[]
  /** Ids, in the order of their numbers. */
  comparisons: string[]
}

/** Work for the end of a test file: several of its tests share a desk. */
export function atEndOfFile(): (work: () => Promise<void>) => void {
  const works: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const work of works) await work()
  })
  return work => void works.push(work)
}

/** A case of two photos with a comparison for each pair of faces given, each run once. */
export async function deskWith(engine: EngineProcess, pairs: readonly (readonly [number, number])[], atEnd?: (work: () => Promise<void>) => void): Promise<Desk> {
  const at = await startWorkstation(engine, {}, atEnd)
  await at.call('settings.set', { patch: { device: 'cpu', examiner: 'A. Examiner', laboratory: 'Laboratory of the Test' } })
  const caseId = await newCase(at)
  const files = [demo(3), demo(6)].map(path => ({ kind: 'path' as const, path }))
  const { imported } = await at.call('exhibit.import', { case: caseId, files, provenance: { source: 'A till camera', receivedFrom: 'Officer 7', receivedAt: '2025-01-02T03:04:05.000Z' } })
  const exhibits = await Promise.all(imported.map(({ id }) => at.call('exhibit.get', { id })))
  await at.call('case.begin', { id: caseId })
  const comparisons: string[] = []
  for (const [a, b] of pairs) {
    const { id } = await at.call('comparison.create', { case: caseId, faceA: exhibits[0]!.faces[a]!.id, faceB: exhibits[1]!.faces[b]!.id })
    await at.call('comparison.run', { id })
    comparisons.push(id)
  }
  return { ...at, caseId, exhibits, comparisons }
}

export const folderOf = ({ folder }: Workstation, { id }: { id: string }): string => join(folder, 'library/reports', id)
export const jsonOf = (at: Workstation, row: ReportRow): Report => Report.parse(JSON.parse(readFileSync(join(folderOf(at, row), 'report.json'), 'utf8')))

/** What lies in the library's folder of reports. */
export function reportsIn({ folder }: Workstation): string[] {
  const reports = join(folder, 'library/reports')
  return existsSync(reports) ? readdirSync(reports).sort() : []
}
