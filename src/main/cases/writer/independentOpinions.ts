import { randomUUID } from 'node:crypto'
import { COMPONENTS, type ChecklistItem } from '../../../shared/domain/checklist'
import type { ConclusionDraft } from '../../../shared/domain/conclusion'
import type { Opinion } from '../../../shared/domain/opinion'
import { usageError } from '../../../shared/errors'
import { hashOf } from '../../evidence/records/hashes'
import { refuseClosed, refuseFixed, refuseLocked } from './guards'
import type { Writing } from './writing'

/** What an opinion says. */
export type OpinionContent = Pick<Opinion, 'checklist' | 'conclusion' | 'scale'>

export interface OpinionChange {
  item: Omit<ChecklistItem, 'by' | 'changed'> | null
  conclusion: ConclusionDraft | null
}

const blank = (): OpinionContent => ({
  checklist: COMPONENTS.map(component => ({ component, finding: null, note: '', cause: '', by: null, changed: null })),
  conclusion: { level: null, same: '', different: '', rationale: '' },
  scale: []
})

/** Blind-first and second opinions. Who may form one, and when it is complete, is for services/opinions.ts to say. Each function also throws `case.closed`, those that begin or lock one `comparison.locked` (usage). */
export const independentOpinionWrites = ({ db, read, who, write, tellOf }: Writing) => {
  const entry = (comparison: string, action: string, id: string, details: Record<string, unknown>) => {
    const { case: caseId, number } = read.comparisonPlace(comparison)
    return { action, case: caseId, object: id, details: { comparison: `C-${number}`, ...details } }
  }

  const insert = (comparison: string, role: Opinion['role'], now: string, locked: string | null, { checklist, conclusion, scale }: OpinionContent): string => {
    refuseFixed(read, comparison)
    const id = randomUUID()
    db.run(
      'INSERT INTO opinions (id, comparisonId, role, author, begun, locked, checklist, conclusion, scale) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id, comparison, role, who(), now, locked, JSON.stringify(checklist), JSON.stringify(conclusion), JSON.stringify(scale)
    )
    return id
  }

  const forming = (id: string): Opinion => {
    const opinion = read.opinion(id)
    if (opinion.locked !== null) throw usageError('opinion.locked', `This opinion was locked at ${opinion.locked}: it stays as it is.`)
    refuseClosed(read, read.comparisonPlace(opinion.comparison).case)
    if (opinion.withdrawn !== null) throw usageError('opinion.withdrawn', `This opinion was withdrawn at ${opinion.withdrawn.at}: begin another one.`)
    return opinion
  }

  return {
    /** Keeps the first opinion of a blind-first case, locked for good. @throws VidimusError `comparison.unknown` (usage) */
    lockFirstOpinion: (comparison: string, content: OpinionContent): Opinion =>
      write('opinion', (log, now) => {
        const id = insert(comparison, 'first', now, now, content)
        log(entry(comparison, 'opinion.locked', id, { role: 'first', ...content }))
        return read.opinion(id)
      }),

    /** Begins a second one, empty. @throws VidimusError `comparison.unknown` (usage) */
    beginSecondOpinion: (comparison: string): Opinion =>
      write('opinion', (log, now) => {
        const id = insert(comparison, 'second', now, null, blank())
        log(entry(comparison, 'opinion.begun', id, { role: 'second' }))
        return read.opinion(id)
      }),

    /** Changes one that is being formed. Not logged: nobody else may read it before it is locked. @throws VidimusError `opinion.unknown`, `opinion.locked`, `opinion.withdrawn` (usage) */
    setOpinion: (id: string, { item, conclusion }: OpinionChange): Opinion =>
      write('opinion', (_log, now) => {
        const before = forming(id)
        const checklist = before.checklist.map(had => (had.component === item?.component ? { ...item, by: who(), changed: now } : had))
        db.run('UPDATE opinions SET checklist = ?, conclusion = ? WHERE id = ?', JSON.stringify(checklist), JSON.stringify(conclusion ?? before.conclusion), id)
        tellOf({ kind: 'opinion', case: read.comparisonPlace(before.comparison).case })
        return read.opinion(id)
      }),

    /** @throws VidimusError `opinion.unknown`, `opinion.locked`, `opinion.withdrawn` (usage) */
    lockSecondOpinion: (id: string, scale: readonly string[]): Opinion =>
      write('opinion', (log, now) => {
        const { comparison, role, checklist, conclusion } = forming(id)
        refuseLocked(read, comparison)
        db.run('UPDATE opinions SET locked = ?, scale = ? WHERE id = ?', now, JSON.stringify(scale), id)
        log(entry(comparison, 'opinion.locked', id, { role, checklist, conclusion, scale }))
        return read.opinion(id)
      }),

    /** @throws VidimusError `opinion.unknown`, `opinion.locked`, `opinion.withdrawn` (usage) */
    withdrawOpinion: (id: string, reason: string): Opinion =>
      write('opinion', (log, now) => {
        const { comparison, role, checklist, conclusion } = forming(id)
        db.run('UPDATE opinions SET withdrawnAt = ?, withdrawnReason = ? WHERE id = ?', now, reason, id)
        log(entry(comparison, 'opinion.withdrawn', id, { role, reason, checklist: hashOf(checklist), conclusion: hashOf(conclusion) }))
        return read.opinion(id)
      })
  }
}
