import { COMPONENTS } from '../../../shared/domain/checklist'
import type { Run } from '../../../shared/domain/caseComparison'
import type { StoredAnnotation, StoredCase, StoredComparison, StoredExhibit, StoredFace } from '../../../shared/domain/storedCase'
import type { StoredAuditRow } from '../../evidence/chain'
import type { Database } from '../database'
import { AUDIT_COLUMNS } from './audit'
import { caseReads } from './cases'
import { comparisonReads } from './comparisons'
import { exhibitReads } from './exhibits'
import { independentOpinionReads } from './independentOpinions'
import { parsed } from './json'
import { opinionReads } from './opinions'
import { reportReads } from './reports'
import { runReads } from './runs'

interface FaceNumbers {
  id: string
  role: StoredFace['role']
  numberQ: number | null
  numberK: number | null
}
type AnnotationRow = Omit<StoredAnnotation, 'a' | 'b'> & { a: string; b: string }

const ALL = { offset: 0, limit: -1 }

/** A case as it is stored, whole. */
export const storedCaseReads = (db: Database) => {
  const read = { ...caseReads(db), ...exhibitReads(db), ...comparisonReads(db), ...runReads(db), ...opinionReads(db), ...independentOpinionReads(db), ...reportReads(db) }

  const last = (scope: string, kind: string): number => db.get<{ last: number }>('SELECT last FROM counters WHERE scope = ? AND kind = ?', scope, kind)?.last ?? 0

  const exhibits = (caseId: string): StoredExhibit[] => {
    const numbers = new Map(
      db.all<FaceNumbers>('SELECT f.id, f.role, f.numberQ, f.numberK FROM faces f JOIN exhibits e ON e.id = f.exhibitId WHERE e.caseId = ?', caseId).map(({ id, ...row }) => [id, row])
    )
    return read.exhibits({ case: caseId, removed: true, ...ALL }).rows.map(({ faces, duplicates: _derived, ...exhibit }) => ({
      ...exhibit,
      faces: faces.map(({ mark: _mark, ...face }) => ({ ...face, ...numbers.get(face.id)! }))
    }))
  }

  const annotations = (comparison: string): StoredAnnotation[] =>
    db
      .all<AnnotationRow>('SELECT id, comparisonId AS comparison, number, kind, text, a, b, author AS "by", changed, removedAt FROM annotations WHERE comparisonId = ? ORDER BY number', comparison)
      .map(({ a, b, ...row }) => ({ ...row, a: parsed<StoredAnnotation['a']>(a), b: parsed<StoredAnnotation['b']>(b) }))

  const comparison = (id: string): StoredComparison => {
    const { run: _run, runs: _runs, blind: _blind, case: _case, locked, ...row } = read.comparison(id)
    const hasEnhancement = db.get('SELECT 1 FROM enhancements WHERE comparisonId = ?', id) !== undefined
    const checklist = new Map(read.checklist(id).items.map(item => [item.component, item]))
    return {
      ...row,
      locked: locked && { at: locked.at, by: locked.by, report: locked.report },
      amendments: db.all('SELECT version, at, author AS "by", reason, report FROM amendments WHERE comparisonId = ? ORDER BY version', id),
      runs: runsOf(id),
      annotations: annotations(id),
      lastAnnotation: last(id, 'annotation'),
      enhancement: hasEnhancement ? read.enhancement(id) : null,
      checklist: COMPONENTS.flatMap(component => checklist.get(component)!.changed === null ? [] : [checklist.get(component)!]),
      conclusions: read.conclusions(id),
      opinions: read.opinions(id)
    }
  }

  const runsOf = (id: string): Run[] => db.all<{ id: string }>('SELECT id FROM runs WHERE comparisonId = ? ORDER BY number', id).map(row => read.run(row.id))

  return {
    /** @throws VidimusError `case.unknown` (usage) */
    storedCase: (id: string): StoredCase => ({
      schema: 'vidimus.case/1',
      case: read.case(id),
      uses: db.all('SELECT id, purpose, author AS "by", begun, ended FROM uses WHERE caseId = ? ORDER BY row', id),
      exhibits: exhibits(id),
      comparisons: db.all<{ id: string }>('SELECT id FROM comparisons WHERE caseId = ? ORDER BY number', id).map(row => comparison(row.id)),
      reports: [...read.reports({ case: id, ...ALL }).rows].reverse(),
      last: { exhibit: last(id, 'exhibit'), comparison: last(id, 'comparison'), markQ: last(id, 'Q'), markK: last(id, 'K'), report: last(id, 'report') }
    }),

    /** All rows of the log about a case, in order, as they are stored. */
    auditOfCase: (id: string): StoredAuditRow[] => db.all<StoredAuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit WHERE caseId = ? ORDER BY sequence`, id),

    /** The log's last row. */
    auditHead: (): { sequence: number; hash: string } | null => db.get('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1') ?? null
  }
}
