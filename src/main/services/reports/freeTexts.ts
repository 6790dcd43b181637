import type { FreeText } from '../../../shared/claims/lint'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Opinion } from '../../../shared/domain/opinion'
import type { ReportComparison, ReportExhibit } from '../../../shared/domain/report'
import type { Content } from './content'
import { PLACES, type PlaceWords } from './placeWords'

/** All words of people that a report prints. @param language of what their places are called */
export function freeTexts({ case: { title, purpose, notes }, exhibits, comparisons }: Pick<Content, 'case' | 'exhibits' | 'comparisons'>, language: ReportLanguage): FreeText[] {
  const words = PLACES[language]
  const texts: FreeText[] = [
    { where: words.title, text: title },
    { where: words.purpose, text: purpose, as: 'request' },
    { where: words.notes, text: notes },
    ...exhibits.flatMap(exhibit => ofExhibit(exhibit, words)),
    ...comparisons.flatMap(({ comparison }) => ofComparison(comparison, words))
  ]
  return texts.filter(({ text }) => text.trim() !== '')
}

const ofExhibit = ({ label, notes, source, faces }: ReportExhibit, words: PlaceWords): FreeText[] => [
  { where: words.notesOn(label), text: notes },
  { where: words.source(label), text: source },
  ...faces.flatMap(face => (face.override === null ? [] : [{ where: words.override(face.label, label), text: face.override.reason }]))
]

/** Of conclusions the last alone is one: those before it are printed as what was replaced. */
function ofComparison({ label, annotations, checklist, conclusions, opinions, amendments }: Omit<ReportComparison, 'limits'>, words: PlaceWords): FreeText[] {
  return [
    ...amendments.map(({ version, reason }) => ({ where: words.version(version, label), text: reason })),
    ...annotations.map(({ number, text }) => ({ where: words.annotation(number, label), text })),
    ...ofChecklist(words.checklist(label), checklist, words),
    ...conclusions.slice(-1).flatMap(conclusion => ofConclusion(words.conclusion(label), conclusion, words)),
    ...opinions.flatMap(opinion => ofOpinion(label, opinion, words))
  ]
}

const ofChecklist = (where: string, items: ReportComparison['checklist'], words: PlaceWords): FreeText[] =>
  items.flatMap(({ component, note, cause }) => [{ where: `${where}, ${words.note(component)}`, text: note }, { where: `${where}, ${words.cause(component)}`, text: cause }])

const ofConclusion = (where: string, { same, different, rationale, level }: Opinion['conclusion'], words: PlaceWords): FreeText[] => [
  { where: `${where}, ${words.level}`, text: level ?? '' },
  { where: `${where}, ${words.same}`, text: same, as: 'propositions' },
  { where: `${where}, ${words.different}`, text: different, as: 'propositions' },
  { where: `${where}, ${words.rationale}`, text: rationale }
]

function ofOpinion(label: string, { role, by, withdrawn, checklist, conclusion }: Opinion, words: PlaceWords): FreeText[] {
  const where = words.opinion(role, label, by)
  return [...ofChecklist(`${where}, ${words.itsChecklist}`, checklist, words), ...ofConclusion(where, conclusion, words), { where: `${where}, ${words.withdrawing}`, text: withdrawn?.reason ?? '' }]
}
