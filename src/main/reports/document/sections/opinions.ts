import type { Opinion } from '../../../../shared/domain/opinion'
import type { ReportComparison } from '../../../../shared/domain/report'
import { facts, heading, words, type Block } from '../blocks'
import { time, type Setting } from '../setting'
import { checklistTable } from './checklist'
import { opinionWords } from './conclusion'

/** Opinions formed blind, each whole: what stands in them can be compared with the conclusion. */
export const opinions = ({ opinions: all }: ReportComparison, setting: Setting): Block[] =>
  all.length === 0 ? [] : [heading(2, setting.say('opinions')), words(setting.say('opinions.note'), 'small'), ...all.flatMap(it => one(it, setting))]

function one(it: Opinion, setting: Setting): Block[] {
  const { role, by, begun, locked, withdrawn, checklist, conclusion, scale } = it
  const { say } = setting
  const about = facts([
    [say('opinion.by'), by],
    [say('opinion.times'), locked === null ? say('opinion.forming', { begun: time(begun) }) : say('opinion.locked', { begun: time(begun), locked: time(locked) })],
    [say('opinion.withdrawn'), withdrawn && say('opinion.withdrawnValue', { ...withdrawn, at: time(withdrawn.at) })]
  ])
  const title = heading(3, say(`opinion.${role}`))
  if (locked === null && withdrawn === null) return [title, about, words(say('opinion.hidden'), 'small')]
  return [title, about, ...opinionWords(conclusion, scale, setting), ...assessed(checklist, setting)]
}

/** What was assessed as a table, what was not in one line. */
function assessed(items: Opinion['checklist'], setting: Setting): Block[] {
  const { say } = setting
  const [done, open] = [items.filter(({ finding }) => finding !== null), items.filter(({ finding }) => finding === null)]
  const left = open.length === 0 ? [] : [words(say('opinion.notAssessed', { components: open.map(({ component }) => say(`component.${component}`)).join(', ') }), 'small')]
  return [...(done.length === 0 ? [] : [checklistTable(done, setting)]), ...left]
}
