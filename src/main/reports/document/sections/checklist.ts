import type { ChecklistItem } from '../../../../shared/domain/checklist'
import type { ReportComparison } from '../../../../shared/domain/report'
import { heading, table, words, type Block } from '../blocks'
import { pair, type Setting } from '../setting'

export const checklist = ({ checklist: items }: ReportComparison, setting: Setting): Block[] =>
  items.length === 0 ? [] : [heading(2, setting.say('checklist')), words(setting.say('checklist.note'), 'small'), checklistTable(items, setting)]

/** All components, also those that nobody assessed. */
export function checklistTable(items: readonly ChecklistItem[], { say }: Setting): Block {
  const header = (['component', 'finding', 'remark', 'cause', 'by'] as const).map(key => say(`checklist.${key}`))
  const rows = items.map(({ component, finding, note, cause, by, changed }) => [
    say(`component.${component}`), finding === null ? say('checklist.notAssessed') : say(`finding.${finding}`), note, cause, pair(by, changed)
  ])
  return table(['2.3cm', '2.2cm', '3fr', '2fr', '3cm'], header, rows)
}
