import type { Exhibit } from '../../../shared/domain/exhibit'
import { usageError } from '../../../shared/errors'
import type { Reader } from '../reader/reader'

const STATES = { closed: 'closed', archived: 'archived' } as const

/** @throws VidimusError `case.unknown`, `case.closed` (usage) for a case in which nothing may be changed */
export function refuseClosed(read: Reader, id: string): void {
  const { number, status } = read.case(id)
  if (status !== 'open') throw usageError('case.closed', `Case ${number} is ${STATES[status]}: nothing in it can be changed. Reopen it first.`, { case: id })
}

/** @throws VidimusError `comparison.unknown`, `comparison.locked` (usage) for one that a signed report locked */
export function refuseLocked(read: Reader, id: string): void {
  const { case: caseId, number, locked } = read.comparison(id)
  if (locked !== null) throw usageError('comparison.locked', `C-${number} is signed in report R-${locked.number} and can\u2019t be changed: amend it to go on.`, { case: caseId, comparison: id, report: locked.report })
}

/** Both, for whatever is said about a comparison. @throws VidimusError `comparison.unknown`, `case.closed`, `comparison.locked` (usage) */
export function refuseFixed(read: Reader, comparison: string): void {
  refuseClosed(read, read.comparisonPlace(comparison).case)
  refuseLocked(read, comparison)
}

/** @throws VidimusError `face.unknown`, `case.closed`, `comparison.locked` (usage) where a locked comparison uses the face */
export function refuseFixedFace(read: Reader, face: string): void {
  refuseClosed(read, read.faceOwner(face).case)
  const lock = read.lockOfFace(face)
  if (lock !== null) refuseLocked(read, lock)
}

/** @throws VidimusError `case.closed`, `comparison.locked` (usage) where a locked comparison uses one of its faces */
export function refuseFixedExhibit(read: Reader, { case: caseId, faces }: Pick<Exhibit, 'case' | 'faces'>): void {
  refuseClosed(read, caseId)
  for (const { id } of faces) refuseFixedFace(read, id)
}
