import { randomUUID } from 'node:crypto'
import type { Case, CaseDraft, CasePatch, CaseUse } from '../../../shared/domain/case'
import { usageError } from '../../../shared/errors'
import { sortKey } from '../sortKey'
import { refuseStale } from './conflict'
import { differences, given } from './differences'
import { refuseClosed } from './guards'
import type { Writing } from './writing'

export const caseWrites = ({ db, read, who, write }: Writing) => {
  const refuseTaken = (number: string, but: string | null): void => {
    const other = db.get<{ id: string; title: string }>('SELECT id, title FROM cases WHERE number = ? AND id IS NOT ?', number, but)
    if (other) throw usageError('case.number-taken', `There is a case with the number "${number}" already${other.title === '' ? '' : `: "${other.title}"`}. Choose another number, or open that case.`, { case: other.id })
  }

  const putTags = (id: string, tags: readonly string[]): void => {
    const { row } = db.get<{ row: number }>('SELECT row FROM cases WHERE id = ?', id)!
    db.run('DELETE FROM caseTags WHERE caseRow = ?', row)
    for (const tag of tags) db.run('INSERT INTO caseTags (tag, caseRow) VALUES (?, ?)', tag, row)
  }

  const hasRuns = (id: string): boolean => db.get('SELECT 1 FROM runs WHERE comparisonId IN (SELECT id FROM comparisons WHERE caseId = ?) LIMIT 1', id) !== undefined

  return {
    /** @throws VidimusError `case.number-taken` (usage) */
    createCase: (draft: CaseDraft): Case =>
      write('case', (log, now) => {
        const id = randomUUID()
        const tags = [...new Set(draft.tags)]
        refuseTaken(draft.number, null)
        db.run(
          `INSERT INTO cases (id, number, numberKey, title, titleKey, purpose, examiner, notes, tags, status, created, changed, blindFirst, revision)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, 1)`,
          id, draft.number, sortKey(draft.number), draft.title, sortKey(draft.title), draft.purpose, draft.examiner, draft.notes, tags.join('\n'), now, now, draft.blindFirst ? 1 : 0
        )
        putTags(id, tags)
        log({ action: 'case.created', case: id, object: id, details: { ...draft, tags } })
        return read.case(id)
      }),

    /** A closed case can be reopened or archived, and changed no further. @throws VidimusError `case.unknown`, `case.conflict`, `case.number-taken`, `case.closed` (usage) */
    updateCase: (id: string, revision: number, patch: CasePatch): Case =>
      write('case', log => {
        const before = read.case(id)
        refuseStale(read, 'case', before, revision)
        const after = { ...before, ...given(patch), tags: [...new Set(patch.tags ?? before.tags)] }
        const details = differences(before, after)
        if (details === null) return before
        if (after.status !== 'open' && Object.keys(details.to).some(key => key !== 'status')) refuseClosed(read, id)
        refuseTaken(after.number, id)
        db.run(
          `UPDATE cases SET number = ?, numberKey = ?, title = ?, titleKey = ?, purpose = ?, examiner = ?, notes = ?, tags = ?, status = ?, revision = revision + 1 WHERE id = ?`,
          after.number, sortKey(after.number), after.title, sortKey(after.title), after.purpose, after.examiner, after.notes, after.tags.join('\n'), after.status, id
        )
        putTags(id, after.tags)
        log({ action: before.status === after.status ? 'case.updated' : `case.${verbOf(after.status)}`, case: id, object: id, details: { number: after.number, ...details } })
        return read.case(id)
      }),

    /**
     * Whether score, decision and maps stay hidden until the first opinion is locked. On before the first run of the case only.
     * @throws VidimusError `case.unknown`, `case.conflict`, `case.has-runs`, `case.closed` (usage)
     */
    setBlindFirst: (id: string, revision: number, blindFirst: boolean, reason: string): Case =>
      write('case', log => {
        const before = read.case(id)
        refuseClosed(read, id)
        refuseStale(read, 'case', before, revision)
        if (before.blindFirst === blindFirst) return before
        if (blindFirst && hasRuns(id)) throw usageError('case.has-runs', 'The model was run in this case already, so its scores may have been seen: blind-first can be switched on before the first run only.')
        db.run('UPDATE cases SET blindFirst = ?, revision = revision + 1 WHERE id = ?', blindFirst ? 1 : 0, id)
        log({ action: blindFirst ? 'case.blind-first-on' : 'case.blind-first-off', case: id, object: id, details: { number: before.number, reason } })
        return read.case(id)
      }),

    /** The begin of a stretch of work. @throws VidimusError `case.unknown` (usage) */
    beginUse: (caseId: string, purpose: string | null): CaseUse =>
      write('audit', (log, now) => {
        const { number, purpose: usual } = read.case(caseId)
        const id = randomUUID()
        db.run('INSERT INTO uses (id, caseId, purpose, author, begun) VALUES (?, ?, ?, ?, ?)', id, caseId, purpose ?? usual, who(), now)
        log({ action: 'case.begun', case: caseId, object: id, details: { number, purpose: purpose ?? usual }, looking: true })
        return read.use(id)
      }),

    /** Its end; ending it twice is no error. @throws VidimusError `use.unknown` (usage) */
    endUse: (id: string, how: 'ended' | 'interrupted' = 'ended'): void =>
      write('audit', (log, now) => {
        const { case: caseId, ended, begun } = read.use(id)
        if (ended !== null) return
        db.run('UPDATE uses SET ended = ? WHERE id = ?', now, id)
        log({ action: `case.${how}`, case: caseId, object: id, details: { number: read.case(caseId).number, begun }, looking: true })
      })
  }
}

const verbOf = (status: Case['status']): string => ({ open: 'reopened', closed: 'closed', archived: 'archived' })[status]
