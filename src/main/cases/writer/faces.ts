import { randomUUID } from 'node:crypto'
import type { Box, FaceQuality, FivePoints } from '../../../shared/domain/face'
import { markText, type MarkedFace } from '../../../shared/domain/markedFace'
import { usageError } from '../../../shared/errors'
import { refuseStale } from './conflict'
import { refuseClosed, refuseFixedFace } from './guards'
import type { Entry, Writing } from './writing'

export interface ManualFace {
  exhibit: string
  box: Box
  points: FivePoints
  quality: FaceQuality | null
}

export const faceWrites = ({ db, read, who, write, nextNumber }: Writing) => {
  const entry = (action: string, id: string, details: Record<string, unknown>): Entry => {
    const { case: caseId, exhibitNumber, exhibitName } = read.faceOwner(id)
    return { action, case: caseId, object: id, details: { exhibit: `E-${exhibitNumber}`, name: exhibitName, face: read.face(id).index, ...details } }
  }

  /** The face's own number in the role: the one it had before, or a new one. */
  const numberIn = (id: string, role: 'Q' | 'K'): number =>
    db.get<{ had: number | null }>(`SELECT number${role} AS had FROM faces WHERE id = ?`, id)?.had ?? nextNumber(read.faceOwner(id).case, role)

  return {
    /** A face set by hand; it comes after those that are there. @throws VidimusError `exhibit.unknown`, `case.closed` (usage) */
    addManualFace: ({ exhibit, box, points, quality }: ManualFace): MarkedFace =>
      write('face', log => {
        refuseClosed(read, read.exhibit(exhibit).case)
        const id = randomUUID()
        const index = read.exhibit(exhibit).faces.reduce((most, face) => Math.max(most, face.index + 1), 0)
        db.run(
          'INSERT INTO faces (id, exhibitId, position, box, corrected, quality, revision) VALUES (?, ?, ?, ?, ?, ?, 1)',
          id, exhibit, index, JSON.stringify(box), JSON.stringify(points), quality && JSON.stringify(quality)
        )
        log(entry('face.added', id, { points, box, quality }))
        return read.face(id)
      }),

    /**
     * Sets the examiner's points or, with null, takes them back; `quality` is as measured at the points that count then. A reason
     * to use the face in spite of its quality was given for the points before, and is withdrawn.
     * @throws VidimusError `face.unknown`, `face.conflict`, `face.manual`, `case.closed`, `comparison.locked` (usage)
     */
    correctFace: (id: string, revision: number, points: FivePoints | null, quality: FaceQuality | null): MarkedFace =>
      write('face', log => {
        const before = read.face(id)
        refuseFixedFace(read, id)
        refuseStale(read, 'face', before, revision)
        if (points === null && before.automatic === null) throw usageError('face.manual', 'This face was set by hand: it has no other points to go back to. Remove the face instead.')
        db.run('UPDATE faces SET corrected = ?, quality = ?, override = NULL, revision = revision + 1 WHERE id = ?', points && JSON.stringify(points), quality && JSON.stringify(quality), id)
        log(entry(points === null ? 'face.uncorrected' : 'face.corrected', id, { from: before.corrected ?? before.automatic, to: points ?? before.automatic, quality }))
        if (before.override !== null) log(entry('face.override-withdrawn', id, { because: 'points', reason: before.override.reason }))
        return read.face(id)
      }),

    /** @throws VidimusError `face.unknown`, `case.closed`, `comparison.locked` (usage) */
    markFace: (id: string, role: 'Q' | 'K' | null): MarkedFace =>
      write('face', log => {
        const before = read.face(id)
        if ((before.mark?.role ?? null) === role) return before
        refuseFixedFace(read, id)
        if (role !== null) db.run(`UPDATE faces SET number${role} = ? WHERE id = ?`, numberIn(id, role), id)
        db.run('UPDATE faces SET role = ?, revision = revision + 1 WHERE id = ?', role, id)
        const after = read.face(id)
        log(entry('face.marked', id, { from: markText(before.mark), to: markText(after.mark) }))
        return after
      }),

    /** A reason to use a face in spite of its quality; null takes it back. @throws VidimusError `face.unknown`, `case.closed`, `comparison.locked` (usage) */
    overrideFace: (id: string, reason: string | null): MarkedFace =>
      write('face', (log, now) => {
        refuseFixedFace(read, id)
        const override = reason === null ? null : JSON.stringify({ reason, by: who(), at: now } satisfies MarkedFace['override'])
        db.run('UPDATE faces SET override = ?, revision = revision + 1 WHERE id = ?', override, id)
        log(entry(reason === null ? 'face.override-withdrawn' : 'face.overridden', id, reason === null ? {} : { reason }))
        return read.face(id)
      }),

    /** @throws VidimusError `face.unknown`, `face.found`, `face.compared`, `case.closed` (usage) */
    removeFace: (id: string): void =>
      write('face', log => {
        const { automatic, corrected, mark } = read.face(id)
        refuseFixedFace(read, id)
        if (automatic !== null) throw usageError('face.found', 'This face was found by the program: only faces set by hand can be removed.')
        if (read.faceIsCompared(id)) throw usageError('face.compared', 'A comparison uses this face, so it stays.')
        log(entry('face.removed', id, { points: corrected, mark: markText(mark) }))
        db.run('DELETE FROM faces WHERE id = ?', id)
      })
  }
}
