import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import type { ReportComparison } from '../../../../shared/domain/report'
import { facts, heading, table, words, type Block } from '../blocks'
import { time, type Setting } from '../setting'

/** The examiner's last conclusion with its scale, then all versions before it. */
export function conclusion({ conclusions }: ReportComparison, setting: Setting): Block[] {
  const { say } = setting
  const last = conclusions.at(-1)
  const title = heading(2, say('conclusion'))
  if (last === undefined) return [title, words(say('conclusion.none'), 'strong'), words(say('conclusion.noneNote'), 'small')]
  const by = facts([[say('conclusion.by'), say('conclusion.byValue', { by: last.by, at: time(last.at), version: last.version })]])
  return [title, ...opinionWords(last, last.scale, setting), by, ...earlier(conclusions.slice(0, -1), setting)]
}

/** Level, propositions, rationale and scale, also of opinions that are no conclusion. */
export function opinionWords({ level, same, different, rationale }: ConclusionDraft, scale: readonly string[], { say, recorded }: Setting): Block[] {
  const steps = scale.map((step, i) => `${i + 1}. ${recorded(step)}${step === level ? ` (${say('conclusion.chosen')})` : ''}`)
  return [
    words(levelOf({ level }, { say, recorded }), 'strong'),
    facts([
      [say('conclusion.same'), same],
      [say('conclusion.different'), different],
      [say('conclusion.scale'), steps.join('\n')]
    ]),
    ...(rationale === '' ? [] : [words(say('conclusion.rationale'), 'strong'), words(rationale, 'quote')])
  ]
}

/** In the words of the scale that it was chosen from. */
export const levelOf = ({ level }: Pick<ConclusionDraft, 'level'>, { say, recorded }: Pick<Setting, 'say' | 'recorded'>): string => (level === null ? say('conclusion.noLevel') : recorded(level))

function earlier(versions: ReportComparison['conclusions'], { say, recorded }: Setting): Block[] {
  if (versions.length === 0) return []
  const header = (['version', 'at', 'level', 'text'] as const).map(key => say(`conclusion.${key}`))
  const rows = versions.map(({ version, at, by, level, same, different, rationale }) => [String(version), `${time(at)}\n${by}`, levelOf({ level }, { say, recorded }), [same, different, rationale].filter(part => part !== '').join('\n')])
  return [heading(3, say('conclusion.earlier')), table(['1.4cm', '3cm', '2fr', '4fr'], header, rows)]
}
