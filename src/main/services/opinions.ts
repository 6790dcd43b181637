import { COMPONENTS, type ChecklistItem } from '../../shared/domain/checklist'
import type { ConclusionDraft } from '../../shared/domain/conclusion'
import type { Sight } from '../../shared/domain/opinion'
import { usageError } from '../../shared/errors'
import type { Library } from '../cases/library'
import { refuseFixed } from '../cases/writer/guards'
import type { HandlersOf, Services } from './handlers'
import { sameName, withholdingOf } from './sight'

/** `opinion.*`: blind-first and second opinions. */
export const independentOpinionHandlers = ({ libraries, settings }: Services): HandlersOf<'opinion'> => {
  const isNamed = (): boolean => settings.get().examiner.trim() !== ''
  const sight = (comparison: string): Sight => sightOf(libraries.current(), comparison, isNamed())
  return {
    'opinion.sight': async ({ comparison }) => sight(comparison),

    'opinion.begin': async ({ comparison }) => {
      const library = libraries.writable()
      refuseFixed(library.read, comparison)
      const reason = whyNoSecond(library, comparison, isNamed())
      if (reason !== null) throw usageError('opinion.not-independent', reason)
      return library.write.beginSecondOpinion(comparison)
    },

    'opinion.set': async ({ id, item, conclusion }) => {
      const library = libraries.writable()
      refuseOthers(library, id)
      return library.write.setOpinion(id, { item, conclusion })
    },

    'opinion.lock': async ({ comparison }) => {
      lock(libraries.writable(), comparison, settings.get().scale)
      return sight(comparison)
    },

    'opinion.withdraw': async ({ id, reason }) => {
      const library = libraries.writable()
      refuseOthers(library, id)
      library.write.withdrawOpinion(id, reason)
      return sight(library.read.opinion(id).comparison)
    }
  }
}

function sightOf(library: Library, comparison: string, isNamed: boolean): Sight {
  const withheld = withholdingOf(library, comparison)
  const reason = whyNoSecond(library, comparison, isNamed)
  return {
    blind: withheld !== null,
    reason: withheld?.reason ?? null,
    forming: withheld?.forming ?? null,
    opinions: withheld === null ? library.read.opinions(comparison).filter(({ locked, withdrawn }) => locked !== null || withdrawn !== null) : [],
    maySecond: { allowed: reason === null, reason }
  }
}

/** Why the present examiner can't begin an independent second opinion, or null. Names nobody to who must not know who concluded. */
function whyNoSecond(library: Library, comparison: string, isNamed: boolean): string | null {
  const { read, viewer, mode } = library
  const { case: caseId, number, locked, removed } = read.comparison(comparison)
  const withheld = withholdingOf(library, comparison)
  if (mode === 'read') return 'The library is open for reading only.'
  if (!isNamed) return 'Nobody is named as the examiner in the settings: enter the name of the second examiner there first.'
  if (withheld?.role === 'second') return withheld.forming === null ? withheld.reason : `You are forming a second opinion on C-${number} already.`
  if (withheld?.role === 'first') return 'The first opinion is not locked yet.'
  if (read.case(caseId).status !== 'open') return 'The case is closed: reopen it first.'
  if (removed !== null) return `C-${number} was taken out of the case.`
  if (locked !== null) return `C-${number} is signed in report R-${locked.number}: amend it to go on.`
  const worked = read.sameFaces(comparison).find(id => read.authorsOf(id).some(author => sameName(author, viewer())))
  if (worked !== undefined)
    return `${viewer()} has worked on ${worked === comparison ? `C-${number}` : `C-${read.comparisonPlace(worked).number}, which compares the same two faces,`} already, so that a second opinion would not be independent: another person must form it, under their own name in the settings.`
  if (read.conclusions(comparison).length === 0 && read.opinions(comparison).length === 0) return 'There is no first conclusion yet.'
  return null
}

/** @throws VidimusError `opinion.unknown`, `opinion.other-examiner` (usage) */
function refuseOthers({ read, viewer }: Library, id: string): void {
  if (!sameName(read.opinion(id).by, viewer())) throw usageError('opinion.other-examiner', 'This opinion is another examiner\u2019s: only who forms it may change it.')
}

/** @throws VidimusError `opinion.none`, `opinion.incomplete`, `opinion.other-examiner`, `comparison.locked`, `case.closed` (usage) */
function lock(library: Library, comparison: string, scale: readonly string[]): void {
  const withheld = withholdingOf(library, comparison)
  if (withheld?.role === 'first') return lockFirst(library, comparison)
  if (!withheld?.forming) throw usageError('opinion.none', 'No opinion on this comparison is being formed: there is nothing to lock.')
  refuseIncomplete(withheld.forming.checklist, withheld.forming.conclusion)
  library.write.lockSecondOpinion(withheld.forming.id, scale)
}

function lockFirst({ read, write, viewer }: Library, comparison: string): void {
  const checklist = read.checklist(comparison).items
  const last = read.conclusions(comparison).at(-1)
  refuseIncomplete(checklist, last ?? null)
  const { by, level, same, different, rationale, scale } = last!
  if (!sameName(by, viewer())) throw usageError('opinion.other-examiner', `The last conclusion is by ${by}: ${by} locks it, or ${viewer()} saves a conclusion of their own first.`)
  write.lockFirstOpinion(comparison, { checklist, conclusion: { level, same, different, rationale }, scale })
}

function refuseIncomplete(checklist: readonly ChecklistItem[], conclusion: Pick<ConclusionDraft, 'level' | 'rationale'> | null): void {
  const assessed = new Set(checklist.filter(({ finding }) => finding !== null).map(({ component }) => component))
  const open = COMPONENTS.filter(component => !assessed.has(component))
  const missing = [
    ...(open.length === 0 ? [] : [`${open.length} of ${COMPONENTS.length} components of the checklist are not assessed (${open.join(', ')})`]),
    ...(conclusion === null || conclusion.level === null ? ['no level of the scale is chosen and saved in the conclusion'] : []),
    ...(conclusion === null || conclusion.rationale.trim() === '' ? ['the conclusion has no rationale'] : [])
  ]
  if (missing.length > 0) throw usageError('opinion.incomplete', `The opinion can\u2019t be locked yet: ${missing.join('; ')}.`, { missing })
}
