import { randomUUID } from 'node:crypto'
import type { Annotation, AnnotationDraft } from '../../../shared/domain/annotation'
import type { Checklist, ChecklistItem } from '../../../shared/domain/checklist'
import type { Conclusion, ConclusionDraft } from '../../../shared/domain/conclusion'
import type { Enhancement } from '../../../shared/domain/enhancement'
import { usageError } from '../../../shared/errors'
import { differences } from './differences'
import { refuseFixed } from './guards'
import type { Writing } from './writing'

const drawn = ({ kind, text, a, b }: Annotation) => ({ kind, text, a, b })

type Assessment = Omit<ChecklistItem, 'by' | 'changed'>

/** What people draw, note and conclude about a comparison. Each function also throws `case.closed`, `comparison.locked` (usage). */
export const opinionWrites = ({ db, read, who, write, nextNumber }: Writing) => {
  const about = (comparison: string, now: string) => {
    refuseFixed(read, comparison)
    const { case: caseId, number } = read.comparisonPlace(comparison)
    db.run('UPDATE comparisons SET changed = ? WHERE id = ?', now, comparison)
    return (action: string, object: string, details: Record<string, unknown>) => ({ action, case: caseId, object, details: { comparison: `C-${number}`, ...details } })
  }

  /** An annotation that was removed and is put again keeps its number. */
  const store = (comparison: string, { id, kind, text, a, b }: AnnotationDraft, now: string): void => {
    const had = db.get<{ comparisonId: string }>('SELECT comparisonId FROM annotations WHERE id = ?', id)
    if (had !== undefined && had.comparisonId !== comparison) throw usageError('annotation.elsewhere', 'An annotation with this id belongs to another comparison: draw a new one.')
    db.run(
      `INSERT INTO annotations (id, comparisonId, number, kind, text, a, b, author, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text, a = excluded.a, b = excluded.b, author = excluded.author, changed = excluded.changed, removedAt = NULL`,
      id, comparison, had === undefined ? nextNumber(comparison, 'annotation') : 0, kind, text, JSON.stringify(a), JSON.stringify(b), who(), now
    )
  }

  return {
    /** Adds it, or replaces the one with this id. @throws VidimusError `comparison.unknown`, `annotation.elsewhere` (usage) */
    putAnnotation: (comparison: string, draft: AnnotationDraft): Annotation =>
      write('annotation', (log, now) => {
        const entry = about(comparison, now)
        const before = read.annotations(comparison).find(({ id }) => id === draft.id)
        store(comparison, draft, now)
        const after = read.annotation(draft.id)
        log(entry('annotation.put', after.id, { annotation: after.number, ...drawn(after), from: before ? { ...drawn(before), by: before.by } : null }))
        return after
      }),

    /** Its number is not given again. @throws VidimusError `annotation.unknown` (usage) */
    removeAnnotation: (id: string): void =>
      write('annotation', (log, now) => {
        const { comparison, number, kind, text, a, b } = read.annotation(id)
        const entry = about(comparison, now)
        db.run('UPDATE annotations SET removedAt = ? WHERE id = ?', now, id)
        log(entry('annotation.removed', id, { annotation: number, kind, text, a, b }))
      }),

    /** @throws VidimusError `comparison.unknown` (usage) */
    setEnhancement: (comparison: string, { a, b }: Enhancement): Enhancement =>
      write('enhancement', (log, now) => {
        const entry = about(comparison, now)
        const from = read.enhancement(comparison)
        db.run(
          'INSERT INTO enhancements (comparisonId, a, b) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET a = excluded.a, b = excluded.b',
          comparison, JSON.stringify(a), JSON.stringify(b)
        )
        log(entry('enhancement.set', comparison, { a, b, from }))
        return read.enhancement(comparison)
      }),

    /** @throws VidimusError `comparison.unknown` (usage) */
    setChecklistItem: (comparison: string, item: Assessment): Checklist =>
      write('checklist', (log, now) => {
        const entry = about(comparison, now)
        const before = read.checklist(comparison).items.find(({ component }) => component === item.component)!
        const details = differences({ finding: before.finding, note: before.note, cause: before.cause }, { finding: item.finding, note: item.note, cause: item.cause })
        if (details === null) return read.checklist(comparison)
        db.run(
          `INSERT INTO checklistItems (comparisonId, component, finding, note, cause, author, changed) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (comparisonId, component) DO UPDATE SET finding = excluded.finding, note = excluded.note, cause = excluded.cause, author = excluded.author, changed = excluded.changed`,
          comparison, item.component, item.finding, item.note, item.cause, who(), now
        )
        log(entry('checklist.set', comparison, { component: item.component, ...details }))
        return read.checklist(comparison)
      }),

    /**
     * A new version of the examiner's conclusion, after the one that its writer saw (0: none).
     * @throws VidimusError `comparison.unknown`, `conclusion.conflict` (usage) with the last version in the detail
     */
    saveConclusion: (comparison: string, after: number, { level, same, different, rationale }: ConclusionDraft, scale: readonly string[]): Conclusion =>
      write('conclusion', (log, now) => {
        const entry = about(comparison, now)
        const last = read.conclusions(comparison).at(-1)
        const version = (last?.version ?? 0) + 1
        if (after !== version - 1) throw usageError('conclusion.conflict', `${last?.by ?? 'Somebody'} saved version ${version - 1} of this conclusion${last ? ` at ${last.at}` : ''}: look at it, then save yours again.`, last)
        const id = randomUUID()
        db.run(
          'INSERT INTO conclusions (id, comparisonId, version, level, same, different, rationale, scale, author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          id, comparison, version, level, same, different, rationale, JSON.stringify(scale), who(), now
        )
        log(entry('conclusion.saved', comparison, { version, id, level, same, different, rationale, scale }))
        return read.conclusions(comparison).at(-1)!
      })
  }
}
