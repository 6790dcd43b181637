import { randomUUID } from 'node:crypto'
import type { Input } from '../../../shared/ipc/contract'
import type { ReportRow } from '../../../shared/domain/report'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { libraryPaths } from '../../cases/paths'
import { makeReportFolder, removeReportFolder, sweepReportFolders } from '../../reports/reportFolder'
import type { Services } from '../handlers'
import { examinerOf } from '../settings'
import { overriddenClaims } from './claims'
import { readContent } from './content'
import type { ReportJob } from './gather'
import { makeReportFiles, REPORT_FILES, type MadeFiles } from './makeFiles'
import { making } from './making'

type Tools = Pick<Services, 'engine' | 'settings' | 'outgoing' | 'keys' | 'texts' | 'libraries'>

/**
 * Makes a report and keeps it in the library: its files first, then its row, the locks of what it signs and the reasons of
 * its overrides in one transaction.
 * @throws VidimusError as `makeReportFiles`, `key.none`, `key.passphrase`, `report.unnamed`, `report.stale` (usage), `disk.*` (fault)
 */
export async function createReport(tools: Tools, { case: caseId, comparisons, language, overrides, sign }: Input<'report.create'>, job: ReportJob): Promise<ReportRow> {
  const library = tools.libraries.writable()
  const by = examinerOf(tools.settings.get())
  if (sign !== null && tools.settings.get().examiner === '') throw usageError('report.unnamed', 'Nobody is named as the examiner in the settings: a signature is on behalf of a person. Enter the name there first.')
  // What can be told at once is told before the long work.
  const now = new Date().toISOString()
  overriddenClaims(readContent(library, caseId, comparisons, language, now), { language, overrides, by, at: now })
  const key = sign && (await tools.keys.open(sign.passphrase))
  const id = randomUUID()
  const { reports } = libraryPaths(library.folder)
  making.add(id)
  try {
    await sweepReportFolders(reports, other => making.has(other) || library.read.hasReport(other))
    const made = await makeReportFolder(reports, id, folder => makeReportFiles(library, tools, { id, case: caseId, comparisons, language, overrides, key, by }, folder, REPORT_FILES, job))
    return await keep(library, reports, made)
  } finally {
    making.delete(id)
  }
}

/** A report that is not listed leaves no files. */
async function keep(library: Library, reports: string, { report, pages, files, content }: MadeFiles): Promise<ReportRow> {
  const { id, created, by, state, language, claims, signing } = report
  const { scope, seen } = content
  const comparisons = scope.comparisons.map(({ id, number, version }) => ({ id, number, version }))
  try {
    return library.write.together(() => {
      const row = library.write.addReport({ id, case: scope.case.id, created, by, state, language, comparisons, pages, files, signing, seen })
      for (const { where, rule, sentence, reason } of claims)
        library.write.note({ action: 'claim.overridden', case: scope.case.id, object: id, details: { report: `R-${row.number}`, where, rule, sentence, reason }, looking: true })
      return row
    })
  } catch (error) {
    await removeReportFolder(reports, id)
    throw error
  }
}
