import type { Box, FaceQuality, FivePoints, Point } from '../../../shared/domain/face'
import type { Mark, MarkedFace } from '../../../shared/domain/markedFace'
import type { Database } from '../database'
import { parsed, parsedOrNull } from './json'
import { known } from './unknown'

interface StoredFace {
  id: string
  exhibit: string
  index: number
  role: Mark['role'] | null
  numberQ: number | null
  numberK: number | null
  box: string
  score: number | null
  points68: string | null
  automatic: string | null
  corrected: string | null
  quality: string | null
  override: string | null
  revision: number
}

/** What a face belongs to. */
export interface FaceOwner {
  exhibit: string
  exhibitNumber: number
  exhibitName: string
  sha256: string
  case: string
  /** The exhibit was taken out of the case. */
  removed: boolean
  mark: Mark | null
}

const COLUMNS = 'id, exhibitId AS exhibit, position AS "index", role, numberQ, numberK, box, score, points68, automatic, corrected, quality, override, revision'

export const markOf = ({ role, numberQ, numberK }: Pick<StoredFace, 'role' | 'numberQ' | 'numberK'>): Mark | null => {
  const number = role === 'Q' ? numberQ : numberK
  return role === null || number === null ? null : { role, number }
}

const whole = ({ id, exhibit, index, score, revision, ...row }: StoredFace): MarkedFace => ({
  id,
  exhibit,
  index,
  mark: markOf(row),
  box: parsed<Box>(row.box),
  score,
  points68: parsedOrNull<Point[]>(row.points68),
  automatic: parsedOrNull<FivePoints>(row.automatic),
  corrected: parsedOrNull<FivePoints>(row.corrected),
  quality: parsedOrNull<FaceQuality>(row.quality),
  override: parsedOrNull<NonNullable<MarkedFace['override']>>(row.override),
  revision
})

export const faceReads = (db: Database) => ({
  /** @throws VidimusError `face.unknown` (usage) */
  face: (id: string): MarkedFace => whole(known(db.get<StoredFace>(`SELECT ${COLUMNS} FROM faces WHERE id = ?`, id), 'face', id)),

  facesOf: (exhibit: string): MarkedFace[] => db.all<StoredFace>(`SELECT ${COLUMNS} FROM faces WHERE exhibitId = ? ORDER BY position`, exhibit).map(whole),

  /** @throws VidimusError `face.unknown` (usage) */
  faceOwner(id: string): FaceOwner {
    const row = db.get<Omit<FaceOwner, 'removed' | 'mark'> & Pick<StoredFace, 'role' | 'numberQ' | 'numberK'> & { removedAt: string | null }>(
      `SELECT e.id AS exhibit, e.number AS exhibitNumber, e.name AS exhibitName, e.sha256, e.caseId AS "case", e.removedAt, f.role, f.numberQ, f.numberK
       FROM faces f JOIN exhibits e ON e.id = f.exhibitId WHERE f.id = ?`, id)
    const { removedAt, role, numberQ, numberK, ...owner } = known(row, 'face', id)
    return { ...owner, removed: removedAt !== null, mark: markOf({ role, numberQ, numberK }) }
  },

  /** A comparison that uses the face and that a signed report locked, or null. */
  lockOfFace: (id: string): string | null => db.get<{ id: string }>('SELECT id FROM comparisons WHERE lockedAt IS NOT NULL AND (faceA = ? OR faceB = ?) LIMIT 1', id, id)?.id ?? null,

  /** Whether a comparison, removed or not, uses the face. */
  faceIsCompared: (id: string): boolean =>
    db.get<{ n: number }>('SELECT EXISTS (SELECT 1 FROM comparisons WHERE faceA = ?) OR EXISTS (SELECT 1 FROM comparisons WHERE faceB = ?) AS n', id, id)!.n === 1
})
