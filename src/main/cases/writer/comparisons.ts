import { randomUUID } from 'node:crypto'
import type { CaseComparison, Run, Stage } from '../../../shared/domain/caseComparison'
import { markText } from '../../../shared/domain/markedFace'
import { usageError } from '../../../shared/errors'
import { hashOf } from '../../evidence/records/hashes'
import { refuseClosed, refuseFixed, refuseLocked } from './guards'
import type { Writing } from './writing'

/** What one run of the model gave; score, threshold, decision and model are those of its record. */
export type NewRun = Pick<Run, 'record' | 'automaticCosine' | 'enhanced' | 'mapsSha256'>

export const comparisonWrites = ({ db, read, who, write, nextNumber }: Writing) => {
  const sideOf = (face: string, caseId: string) => {
    const owner = read.faceOwner(face)
    if (owner.case !== caseId) throw usageError('comparison.other-case', `The face is of exhibit E-${owner.exhibitNumber} "${owner.exhibitName}" in another case: both faces of a comparison must be of one case.`)
    if (owner.removed) throw usageError('comparison.removed-exhibit', `Exhibit E-${owner.exhibitNumber} "${owner.exhibitName}" was taken out of the case: put it back before comparing its faces.`)
    return { exhibit: `E-${owner.exhibitNumber}`, mark: markText(owner.mark), face }
  }

  const same = (caseId: string, faceA: string, faceB: string): string | undefined =>
    db.get<{ id: string }>('SELECT id FROM comparisons WHERE faceA = ? AND faceB = ? AND caseId = ? AND removedAt IS NULL', faceA, faceB, caseId)?.id

  const lastNumber = (comparison: string): number => db.get<{ last: number | null }>('SELECT MAX(number) AS last FROM runs WHERE comparisonId = ?', comparison)?.last ?? 0

  const change = (id: string, work: (before: CaseComparison, now: string) => { action: string; details: Record<string, unknown> } | null): CaseComparison =>
    write('comparison', (log, now) => {
      const before = read.comparison(id)
      refuseClosed(read, before.case)
      const done = work(before, now)
      if (done === null) return before
      db.run('UPDATE comparisons SET changed = ?, revision = revision + 1 WHERE id = ?', now, id)
      log({ action: done.action, case: before.case, object: id, details: { number: `C-${before.number}`, ...done.details } })
      return read.comparison(id)
    })

  return {
    /**
     * A comparison of two faces of one case; where there is one of these faces in this order, that one, and nothing is written.
     * @throws VidimusError `case.unknown`, `face.unknown`, `comparison.same-face`, `comparison.other-case`, `comparison.removed-exhibit`, `case.closed` (usage)
     */
    createComparison: (caseId: string, faceA: string, faceB: string): CaseComparison =>
      write('comparison', (log, now) => {
        refuseClosed(read, caseId)
        if (faceA === faceB) throw usageError('comparison.same-face', 'A face can\u2019t be compared with itself: choose two faces.')
        const [a, b] = [sideOf(faceA, caseId), sideOf(faceB, caseId)]
        const present = same(caseId, faceA, faceB)
        if (present !== undefined) return read.comparison(present)
        const made: CaseComparison = {
          id: randomUUID(), case: caseId, number: nextNumber(caseId, 'comparison'), faceA, faceB, stage: 'analysis', created: now, changed: now, run: null, runs: 0, removed: null,
          version: 1, locked: null, blind: false, revision: 1
        }
        db.run(
          'INSERT INTO comparisons (id, caseId, number, faceA, faceB, stage, created, changed, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          made.id, caseId, made.number, faceA, faceB, made.stage, now, now, made.revision
        )
        log({ action: 'comparison.created', case: caseId, object: made.id, details: { number: `C-${made.number}`, a, b } })
        return made
      }),

    /** @throws VidimusError `comparison.unknown`, `case.closed`, `comparison.locked` (usage) */
    setStage: (id: string, stage: Stage): CaseComparison =>
      change(id, before => {
        if (before.stage === stage) return null
        refuseLocked(read, id)
        db.run('UPDATE comparisons SET stage = ? WHERE id = ?', stage, id)
        return { action: 'comparison.staged', details: { from: before.stage, to: stage } }
      }),

    /** Takes it out of the case; the row and its runs stay. @throws VidimusError `comparison.unknown`, `case.closed`, `comparison.locked` (usage) */
    removeComparison: (id: string, reason: string): CaseComparison =>
      change(id, (before, now) => {
        if (before.removed !== null) return null
        refuseLocked(read, id)
        db.run('UPDATE comparisons SET removedAt = ?, removedReason = ? WHERE id = ?', now, reason, id)
        return { action: 'comparison.removed', details: { reason } }
      }),

    /** @throws VidimusError `comparison.unknown`, `case.closed` (usage) */
    restoreComparison: (id: string): CaseComparison =>
      change(id, before => {
        if (before.removed === null) return null
        db.run('UPDATE comparisons SET removedAt = NULL, removedReason = NULL WHERE id = ?', id)
        return { action: 'comparison.restored', details: {} }
      }),

    /**
     * Opens a comparison that a signed report locked, as its next version. The report and what it says stay.
     * @throws VidimusError `comparison.unknown`, `comparison.unlocked`, `case.closed` (usage)
     */
    amendComparison: (id: string, reason: string): CaseComparison =>
      change(id, ({ number, version, locked }, now) => {
        if (locked === null) throw usageError('comparison.unlocked', `C-${number} is not locked by a signed report: change it as it is.`)
        db.run('INSERT INTO amendments (comparisonId, version, at, author, reason, report) VALUES (?, ?, ?, ?, ?, ?)', id, version + 1, now, who(), reason, locked.report)
        db.run('UPDATE comparisons SET version = version + 1, lockedAt = NULL, lockedBy = NULL, lockedReport = NULL WHERE id = ?', id)
        return { action: 'comparison.amended', details: { version: version + 1, reason, report: `R-${locked.number}` } }
      }),

    /** Keeps one run for good. @throws VidimusError `comparison.unknown`, `comparison.removed`, `case.closed`, `comparison.locked` (usage) */
    addRun: (comparison: string, { record, automaticCosine, enhanced, mapsSha256 }: NewRun): Run =>
      write('comparison', (log, now) => {
        const { case: caseId, number, removed } = read.comparison(comparison)
        if (removed !== null) throw usageError('comparison.removed', `C-${number} was taken out of the case (${removed.reason}) while the model was run: the run was not kept.`)
        refuseFixed(read, comparison)
        const id = randomUUID()
        const { cosine, threshold, decision, model, thresholdOrigin } = record
        const run: Run = {
          id, comparison, number: lastNumber(comparison) + 1, at: now, by: who(), cosine, threshold, thresholdKind: thresholdOrigin.kind, decision, model: model.name, modelSha256: model.sha256,
          record, automaticCosine, enhanced, mapsSha256
        }
        db.run(
          `INSERT INTO runs (id, comparisonId, number, at, author, cosine, threshold, thresholdKind, decision, model, modelSha256, automaticCosine, enhanced, mapsSha256)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id, comparison, run.number, now, run.by, cosine, threshold, run.thresholdKind, decision, run.model, run.modelSha256, automaticCosine, enhanced && JSON.stringify(enhanced), mapsSha256
        )
        db.run('INSERT INTO runRecords (runRow, record) SELECT row, ? FROM runs WHERE id = ?', JSON.stringify(record), id)
        db.run('UPDATE comparisons SET cosine = ?, decision = ?, changed = ?, revision = revision + 1 WHERE id = ?', cosine, decision, now, comparison)
        log({
          action: 'comparison.run',
          case: caseId,
          object: comparison,
          details: {
            number: `C-${number}`, run: run.number, id, cosine, threshold, thresholdKind: run.thresholdKind, decision, model: model.sha256, maps: mapsSha256, a: record.a.sha256, b: record.b.sha256,
            record: hashOf(record), automaticCosine, enhanced
          }
        })
        return run
      })
  }
}
