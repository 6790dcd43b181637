import type { ChecklistItem } from '../../../../shared/domain/checklist'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import { COMPONENT_COUNT, assessedCount } from '../checklist/findings'

/** One thing that an opinion needs before it can be locked. */
export interface Step {
  done: boolean
  text: string
  /** The panel where it is done. */
  panel: 'checklist' | 'conclusion'
}

/** What there is to do before an opinion can be locked, done or not. */
export function stepsOf(checklist: readonly Pick<ChecklistItem, 'finding'>[], { level, rationale }: Pick<ConclusionDraft, 'level' | 'rationale'>): Step[] {
  const assessed = assessedCount(checklist)
  return [
    { done: assessed === COMPONENT_COUNT, text: `${assessed} of ${COMPONENT_COUNT} components assessed`, panel: 'checklist' },
    { done: level !== null, text: level === null ? 'No level of the scale chosen' : `Level: ${level}`, panel: 'conclusion' },
    { done: rationale.trim() !== '', text: rationale.trim() === '' ? 'No rationale written' : 'Rationale written', panel: 'conclusion' }
  ]
}
