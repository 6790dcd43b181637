import type { z } from 'zod'
import type { Analysis, Exhibit, ExhibitQuery, PhotoFacts } from '../../../shared/domain/exhibit'
import type { Database } from '../database'
import { faceReads } from './faces'
import { parsed, parsedOrNull } from './json'
import { known } from './unknown'

interface StoredExhibit extends Omit<Exhibit, 'photo' | 'analysis' | 'evidence' | 'faces' | 'duplicates' | 'removed'> {
  photo: string | null
  analysis: string
  evidenceState: 'verified' | 'failed'
  evidenceCheckedAt: string
  evidenceFound: string | null
  removedAt: string | null
  removedReason: string | null
}

const COLUMNS = `id, caseId AS "case", number, name, path, sha256, size, modified, imported, importedBy, source, receivedFrom, receivedAt, notes,
  photo, analysis, evidenceState, evidenceCheckedAt, evidenceFound, removedAt, removedReason, revision`

/** An exhibit whose bytes are to be hashed again. */
export interface EvidenceOf {
  exhibit: string
  case: string
  number: number
  name: string
  sha256: string
}

export const exhibitReads = (db: Database) => {
  const { facesOf } = faceReads(db)

  const duplicatesOf = ({ id, case: caseId, sha256 }: StoredExhibit): string[] =>
    db.all<{ id: string }>('SELECT id FROM exhibits WHERE sha256 = ? AND caseId = ? AND id <> ? ORDER BY number', sha256, caseId, id).map(row => row.id)

  const whole = (row: StoredExhibit): Exhibit => {
    const { photo, analysis, evidenceState, evidenceCheckedAt, evidenceFound, removedAt, removedReason, ...rest } = row
    return {
      ...rest,
      photo: parsedOrNull<PhotoFacts>(photo),
      analysis: parsed<Analysis>(analysis),
      evidence: { state: evidenceState, checkedAt: evidenceCheckedAt, found: evidenceFound },
      faces: facesOf(row.id),
      duplicates: duplicatesOf(row),
      removed: removedAt === null ? null : { at: removedAt, reason: removedReason ?? '' }
    }
  }

  return {
    /** @throws VidimusError `exhibit.unknown` (usage) */
    exhibit: (id: string): Exhibit => whole(known(db.get<StoredExhibit>(`SELECT ${COLUMNS} FROM exhibits WHERE id = ?`, id), 'exhibit', id)),

    /** The exhibits of a case by number; with `removed` also those that were taken out. */
    exhibits({ case: caseId, removed, limit, offset }: z.infer<typeof ExhibitQuery>): { total: number; rows: Exhibit[] } {
      const where = `caseId = ?${removed ? '' : ' AND removedAt IS NULL'}`
      const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM exhibits WHERE ${where}`, caseId)!.n
      return { total, rows: db.all<StoredExhibit>(`SELECT ${COLUMNS} FROM exhibits WHERE ${where} ORDER BY number LIMIT ? OFFSET ?`, caseId, limit, offset).map(whole) }
    },

    /** Whether an exhibit has these bytes, in whatever case. */
    usesEvidence: (sha256: string): boolean => db.get('SELECT 1 FROM exhibits WHERE sha256 = ?', sha256) !== undefined,

    /** The exhibit of a case, not taken out of it, that has these bytes. */
    exhibitWithBytes(caseId: string, sha256: string): Exhibit | null {
      const row = db.get<StoredExhibit>(`SELECT ${COLUMNS} FROM exhibits WHERE sha256 = ? AND caseId = ? AND removedAt IS NULL ORDER BY number LIMIT 1`, sha256, caseId)
      return row === undefined ? null : whole(row)
    },

    /** All exhibits of a case, or of the library, those taken out too: their bytes stay. */
    evidenceOf: (caseId: string | null): EvidenceOf[] =>
      db.all<EvidenceOf>(
        `SELECT id AS exhibit, caseId AS "case", number, name, sha256 FROM exhibits ${caseId === null ? '' : 'WHERE caseId = ?'} ORDER BY row`,
        ...(caseId === null ? [] : [caseId])
      )
  }
}
