import { randomUUID } from 'node:crypto'
import type { Exhibit } from '../../../shared/domain/exhibit'
import type { Box, Face } from '../../../shared/domain/face'
import type { MarkedFace } from '../../../shared/domain/markedFace'
import { canonicalJson } from '../../evidence/canonicalJson'
import type { Entry, Writing } from './writing'

/** Overlap of two boxes, intersection over union, from which they are the same face. */
const SAME = 0.5

/** Puts what was found in place of what was found before; the faces' numbers in the photo follow. */
export function replaceFound(writing: Writing, { id: exhibit, faces: before }: Exhibit, found: readonly Face[]): void {
  const left = new Set(before)
  const ids = found.map(face => {
    const same = [...left].find(old => old.automatic !== null && overlap(old.box, face.box) >= SAME)
    if (same === undefined) return insertFound(writing, exhibit, face)
    left.delete(same)
    return refind(writing, same, face)
  })
  const kept = [...left].filter(face => keep(writing, face)).map(face => face.id)
  ;[...ids, ...kept].forEach((id, position) => writing.db.run('UPDATE faces SET position = ? WHERE id = ?', position, id))
}

/** Gives the exhibit as it is now; a reason was given for the quality as it was, and no longer holds where that changed. */
export function withdrawOverrides({ db, read }: Writing, { id, case: caseId, number, name, faces: before }: Exhibit, log: (entry: Entry) => void): Exhibit {
  const now = new Map(read.exhibit(id).faces.map(face => [face.id, face]))
  for (const { id: face, index, override, quality } of before) {
    const after = now.get(face)
    if (override === null || after === undefined || canonicalJson(after.quality) === canonicalJson(quality)) continue
    db.run('UPDATE faces SET override = NULL, revision = revision + 1 WHERE id = ?', face)
    log({ action: 'face.override-withdrawn', case: caseId, object: face, details: { exhibit: `E-${number}`, name, face: index, because: 'quality', reason: override.reason } })
  }
  return read.exhibit(id)
}

function insertFound({ db }: Writing, exhibit: string, { box, score, points68, points5, quality }: Face): string {
  const id = randomUUID()
  db.run(
    'INSERT INTO faces (id, exhibitId, position, box, score, points68, automatic, quality, revision) VALUES (?, ?, 0, ?, ?, ?, ?, ?, 1)',
    id, exhibit, JSON.stringify(box), score, JSON.stringify(points68), JSON.stringify(points5), JSON.stringify(quality)
  )
  return id
}

/** Quality is of the points in use: it stays where these are the examiner's. */
function refind({ db }: Writing, { id, corrected, quality: measured }: MarkedFace, { box, score, points68, points5, quality }: Face): string {
  db.run(
    'UPDATE faces SET box = ?, score = ?, points68 = ?, automatic = ?, quality = ?, revision = revision + 1 WHERE id = ?',
    JSON.stringify(box), score, JSON.stringify(points68), JSON.stringify(points5), JSON.stringify(corrected === null ? quality : measured), id
  )
  return id
}

/** A face that nobody did anything with goes where it is not found again. */
function keep({ db, read }: Writing, face: MarkedFace): boolean {
  const used = face.automatic === null || face.corrected !== null || face.mark !== null || face.override !== null || read.faceIsCompared(face.id)
  if (!used) db.run('DELETE FROM faces WHERE id = ?', face.id)
  return used
}

function overlap(a: Box, b: Box): number {
  const side = (from: number, length: number, otherFrom: number, otherLength: number): number => Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom))
  const shared = side(a.x, a.width, b.x, b.width) * side(a.y, a.height, b.y, b.height)
  return shared / (a.width * a.height + b.width * b.height - shared)
}
