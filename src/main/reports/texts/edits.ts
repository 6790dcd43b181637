import { lintClaims } from '../../../shared/claims/lint'
import type { ReportLanguage } from '../../../shared/domain/claims'
import { usageError } from '../../../shared/errors'
import { ORIGINALS, placeholdersOf, TEXT_KEYS, type TextKey } from './texts'

/**
 * Texts that say what is so: how far a report may be trusted, what was verified, what a score, a map and a region are not,
 * whether it is signed. A laboratory adds words of its own (`front.notes`, `limits.additional`), it can't take these away.
 */
const FIXED: ReadonlySet<TextKey> = new Set<TextKey>([
  'state.draft', 'state.signed', 'across.draft', 'footer.page', 'front.blindOn', 'front.blindOff', 'front.fingerprintNote', 'front.verify', 'summary.note', 'summary.machine', 'summary.match', 'summary.non-match', 'summary.notRun',
  'notRecorded', 'exhibits.note', 'evidence.verified', 'evidence.failed', 'exhibit.evidenceVerified', 'exhibit.evidenceFailed', 'face.detector', 'face.hand', 'face.isSuitable', 'face.unsuitable', 'light.green', 'light.amber', 'light.red', 'light.unknown',
  'conclusion.none', 'conclusion.noneNote', 'result.none', 'result.inside', 'result.outside', 'result.sameMaps', 'result.otherMaps', 'plates.caption', 'maps.nature', 'maps.grey', 'arguments.note', 'regions.note', 'points.note', 'enhancement.note',
  'enhancement.caption', 'checklist.note', 'checklist.notAssessed', 'opinions.note', 'opinion.first', 'opinion.second', 'opinion.hidden', 'limits', 'limits.report', 'limits.note', 'limits.always', 'claims', 'claims.note', 'audit.none', 'audit.ok',
  'audit.broken', 'audit.imported', 'audit.note', 'audit.left', 'made.textsEdited', 'made.textsOriginal', 'made.schemaValue'
])

export const EDITABLE_KEYS: readonly TextKey[] = TEXT_KEYS.filter(key => !FIXED.has(key))

/**
 * Whether a laboratory's own words may stand for a text.
 *
 * @throws VidimusError (usage) `text.unknown`, `text.fixed`, `text.empty`, `text.placeholder` where a placeholder is unknown or
 *         was lost, `text.claim` where it claims what a comparison can't show
 */
export function checkEdit(language: ReportLanguage, key: string, edited: string): TextKey {
  const known = TEXT_KEYS.find(it => it === key)
  if (known === undefined) throw usageError('text.unknown', `There is no text "${key}".`)
  if (FIXED.has(known)) throw usageError('text.fixed', `The text "${key}" says how far a report may be trusted and can't be changed. Words of your own go into "front.notes" and "limits.additional".`)
  const original = ORIGINALS[language][known]
  if (edited === '' && original !== '') throw usageError('text.empty', `The text "${key}" can't be empty. Take the original back instead.`)
  checkPlaceholders(key, original, edited)
  const [claim] = lintClaims([{ where: key, text: edited }], language)
  if (claim !== undefined) throw usageError('text.claim', `"${claim.sentence}" can't stand in a report: ${claim.why} Say instead: ${claim.neutral}`)
  return known
}

function checkPlaceholders(key: string, original: string, edited: string): void {
  const [wanted, found] = [placeholdersOf(original), placeholdersOf(edited)]
  const unknown = found.filter(name => !wanted.includes(name))
  const lost = wanted.filter(name => !found.includes(name))
  const list = (names: string[]): string => names.map(name => `{${name}}`).join(', ')
  if (unknown.length > 0) throw usageError('text.placeholder', `The text "${key}" doesn't know ${list(unknown)}. ${wanted.length === 0 ? 'It has no placeholders.' : `It knows ${list(wanted)}.`}`)
  if (lost.length > 0) throw usageError('text.placeholder', `The text "${key}" lost ${list(lost)}: without it the report would keep back what it has to say there.`)
}
