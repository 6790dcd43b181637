import Sqlite from 'better-sqlite3'
import type { PackageManifest } from '../../../shared/domain/casePackage'
import type { StoredCase, StoredComparison, StoredExhibit } from '../../../shared/domain/storedCase'
import type { Case } from '../../../shared/domain/case'
import type { ReportRow } from '../../../shared/domain/report'
import { inputError, usageError } from '../../../shared/errors'
import type { Database } from '../database'
import { sortKey } from '../sortKey'
import { reportWrites } from './reports'
import type { Writing } from './writing'

export interface CaseImport {
  /** With the ids and the number that it is to have here. */
  stored: StoredCase
  /** The log extracts that its package brought, oldest first; the last is of the library that packed it. */
  logs: readonly { packageSha256: string; manifest: PackageManifest; rows: string; idMap: Readonly<Record<string, string>> }[]
  /** What the log of this library says beside the case's number. */
  details: Record<string, unknown>
}

/** Cases that come in with packages. Evidence and the files of reports are in their places by then. */
export const importedCaseWrites = (writing: Writing) => {
  const { db, read, write } = writing
  const { addImportedLog } = reportWrites(writing)

  const refuseTaken = ({ case: { id, number } }: StoredCase): void => {
    const taken = db.get<{ id: string }>('SELECT id FROM cases WHERE id = ? OR number = ?', id, number)
    if (taken) throw usageError('package.collision', `There is a case with the number "${number}", or this very case, in the library already.`, { case: taken.id })
  }

  return {
    /**
     * Puts a whole case in as it was stored elsewhere, in one transaction.
     * @throws VidimusError `package.collision` (usage), `package.faulty` (input) for a case that no library can hold
     */
    importCase: ({ stored, logs, details }: CaseImport): Case =>
      refusing(() => write('case', log => {
        refuseTaken(stored)
        const { case: { id, number } } = stored
        insertCase(db, stored)
        for (const exhibit of stored.exhibits) insertExhibit(db, exhibit)
        for (const report of stored.reports) insertReport(db, report)
        for (const comparison of stored.comparisons) insertComparison(db, id, comparison)
        for (const [kind, last] of Object.entries({ exhibit: stored.last.exhibit, comparison: stored.last.comparison, Q: stored.last.markQ, K: stored.last.markK, report: stored.last.report })) keepLast(db, id, kind, last)
        for (const imported of logs) addImportedLog({ case: id, ...imported })
        // The case is as it was there: coming in does not count as a change of it.
        log({ action: 'case.imported', case: id, object: id, details: { number, ...details }, looking: true })
        return read.case(id)
      }))
  }
}

/** What the database's own rules refuse is wrong with the package, not with the program. */
function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError) || !cause.code.startsWith('SQLITE_CONSTRAINT')) throw cause
    throw inputError('package.faulty', `The case in the package can't be right: no library can hold it (${cause.message}). Nothing was taken in. Ask for it to be sent again.`, { cause })
  }
}

const keepLast = (db: Database, scope: string, kind: string, last: number): void => {
  if (last > 0) db.run('INSERT INTO counters (scope, kind, last) VALUES (?, ?, ?)', scope, kind, last)
}

/** Columns by name: a row as an object. */
function insert(db: Database, table: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row)
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row))
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

function insertCase(db: Database, { case: { tags, blindFirst, ...row }, uses }: StoredCase): void {
  insert(db, 'cases', { ...row, numberKey: sortKey(row.number), titleKey: sortKey(row.title), tags: tags.join('\n'), blindFirst: blindFirst ? 1 : 0 })
  for (const tag of tags) db.run('INSERT INTO caseTags (tag, caseRow) SELECT ?, row FROM cases WHERE id = ?', tag, row.id)
  for (const { by, ...use } of uses) insert(db, 'uses', { ...use, caseId: row.id, author: by })
}

function insertExhibit(db: Database, { case: caseId, photo, analysis, evidence, faces, removed, ...row }: StoredExhibit): void {
  insert(db, 'exhibits', {
    ...row, caseId, photo: json(photo), analysis: JSON.stringify(analysis), evidenceState: evidence.state, evidenceCheckedAt: evidence.checkedAt, evidenceFound: evidence.found,
    removedAt: removed?.at ?? null, removedReason: removed?.reason ?? null
  })
  for (const { exhibit, index, box, points68, automatic, corrected, quality, override, ...face } of faces)
    insert(db, 'faces', {
      ...face, exhibitId: exhibit, position: index, box: JSON.stringify(box), points68: json(points68), automatic: json(automatic), corrected: json(corrected), quality: json(quality), override: json(override)
    })
}

function insertReport(db: Database, { case: caseId, by, comparisons, files, signing, ...row }: ReportRow): void {
  insert(db, 'reports', { ...row, caseId, author: by, comparisons: JSON.stringify(comparisons), files: JSON.stringify(files), signing: json(signing) })
}

function insertComparison(db: Database, caseId: string, comparison: StoredComparison): void {
  const { removed, locked, amendments, runs, annotations, lastAnnotation, enhancement, checklist, conclusions, opinions, ...row } = comparison
  insert(db, 'comparisons', {
    ...row, caseId, cosine: runs.at(-1)?.cosine ?? null, decision: runs.at(-1)?.decision ?? null, removedAt: removed?.at ?? null, removedReason: removed?.reason ?? null,
    lockedAt: locked?.at ?? null, lockedBy: locked?.by ?? null, lockedReport: locked?.report ?? null
  })
  for (const { by, ...amendment } of amendments) insert(db, 'amendments', { ...amendment, comparisonId: row.id, author: by })
  for (const run of runs) insertRun(db, run)
  insertSayings(db, row.id, { annotations, enhancement, checklist, conclusions, opinions })
  keepLast(db, row.id, 'annotation', lastAnnotation)
}

function insertRun(db: Database, { comparison, by, record, enhanced, ...row }: StoredComparison['runs'][number]): void {
  insert(db, 'runs', { ...row, comparisonId: comparison, author: by, enhanced: json(enhanced) })
  db.run('INSERT INTO runRecords (runRow, record) SELECT row, ? FROM runs WHERE id = ?', JSON.stringify(record), row.id)
}

type Sayings = Pick<StoredComparison, 'annotations' | 'enhancement' | 'checklist' | 'conclusions' | 'opinions'>

function insertSayings(db: Database, comparisonId: string, { annotations, enhancement, checklist, conclusions, opinions }: Sayings): void {
  for (const { comparison: _of, by, a, b, ...row } of annotations) insert(db, 'annotations', { ...row, comparisonId, author: by, a: JSON.stringify(a), b: JSON.stringify(b) })
  if (enhancement !== null) insert(db, 'enhancements', { comparisonId, a: JSON.stringify(enhancement.a), b: JSON.stringify(enhancement.b) })
  for (const { by, ...item } of checklist) insert(db, 'checklistItems', { ...item, comparisonId, author: by })
  for (const { comparison: _of, by, scale, ...row } of conclusions) insert(db, 'conclusions', { ...row, comparisonId, author: by, scale: JSON.stringify(scale) })
  for (const { comparison: _of, by, withdrawn, checklist: items, conclusion, scale, ...row } of opinions)
    insert(db, 'opinions', {
      ...row, comparisonId, author: by, withdrawnAt: withdrawn?.at ?? null, withdrawnReason: withdrawn?.reason ?? null, checklist: JSON.stringify(items), conclusion: JSON.stringify(conclusion), scale: JSON.stringify(scale)
    })
}
