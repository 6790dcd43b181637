import type { Annotation } from '../../../shared/domain/annotation'
import { COMPONENTS, type Checklist, type ChecklistItem } from '../../../shared/domain/checklist'
import type { Conclusion } from '../../../shared/domain/conclusion'
import type { Enhancement } from '../../../shared/domain/enhancement'
import type { Point } from '../../../shared/domain/face'
import type { Database } from '../database'
import { parsed } from './json'
import { known } from './unknown'

type StoredAnnotation = Omit<Annotation, 'a' | 'b'> & { a: string; b: string }
type StoredConclusion = Omit<Conclusion, 'scale'> & { scale: string }

const ANNOTATION = 'id, comparisonId AS comparison, number, kind, text, a, b, author AS "by", changed'

const drawn = ({ a, b, ...row }: StoredAnnotation): Annotation => ({ ...row, a: parsed<Point[]>(a), b: parsed<Point[]>(b) })

/** What people draw, note and conclude about a comparison. */
export const opinionReads = (db: Database) => ({
  annotations: (comparison: string): Annotation[] =>
    db.all<StoredAnnotation>(`SELECT ${ANNOTATION} FROM annotations WHERE comparisonId = ? AND removedAt IS NULL ORDER BY number`, comparison).map(drawn),

  /** @throws VidimusError `annotation.unknown` (usage) */
  annotation: (id: string): Annotation => drawn(known(db.get<StoredAnnotation>(`SELECT ${ANNOTATION} FROM annotations WHERE id = ? AND removedAt IS NULL`, id), 'annotation', id)),

  /** Whose annotation it is, removed or not; null where there is none. */
  annotationOwner: (id: string): { comparison: string; by: string } | null =>
    db.get<{ comparison: string; by: string }>('SELECT comparisonId AS comparison, author AS "by" FROM annotations WHERE id = ?', id) ?? null,

  enhancement(comparison: string): Enhancement {
    const row = db.get<{ a: string; b: string }>('SELECT a, b FROM enhancements WHERE comparisonId = ?', comparison)
    return row === undefined ? { a: [], b: [] } : { a: parsed<Enhancement['a']>(row.a), b: parsed<Enhancement['b']>(row.b) }
  },

  /** All components, those that nobody looked at too. */
  checklist(comparison: string): Checklist {
    const rows = db.all<ChecklistItem>('SELECT component, finding, note, cause, author AS "by", changed FROM checklistItems WHERE comparisonId = ?', comparison)
    const found = new Map(rows.map(row => [row.component, row]))
    return { comparison, items: COMPONENTS.map(component => found.get(component) ?? { component, finding: null, note: '', cause: '', by: null, changed: null }) }
  },

  /** Every version, the newest last. */
  conclusions: (comparison: string): Conclusion[] =>
    db
      .all<StoredConclusion>('SELECT id, comparisonId AS comparison, version, level, same, different, rationale, scale, author AS "by", at FROM conclusions WHERE comparisonId = ? ORDER BY version', comparison)
      .map(({ scale, ...row }) => ({ ...row, scale: parsed<string[]>(scale) }))
})
