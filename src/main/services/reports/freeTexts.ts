import type { FreeText } from '../../../shared/claims/lint'
import type { Opinion } from '../../../shared/domain/opinion'
import type { ReportComparison, ReportExhibit } from '../../../shared/domain/report'
import type { Content } from './content'

/** All words of people that a report prints. */
export function freeTexts({ case: { title, purpose, notes }, exhibits, comparisons }: Pick<Content, 'case' | 'exhibits' | 'comparisons'>): FreeText[] {
  const texts: FreeText[] = [
    { where: 'Title of the case', text: title },
    { where: 'Purpose of the case', text: purpose, as: 'request' },
    { where: 'Notes on the case', text: notes },
    ...exhibits.flatMap(ofExhibit),
    ...comparisons.flatMap(({ comparison }) => ofComparison(comparison))
  ]
  return texts.filter(({ text }) => text.trim() !== '')
}

const ofExhibit = ({ label, notes, source, faces }: ReportExhibit): FreeText[] => [
  { where: `Notes on ${label}`, text: notes },
  { where: `Source of ${label}`, text: source },
  ...faces.flatMap(face => (face.override === null ? [] : [{ where: `Reason to use ${face.label} of ${label}`, text: face.override.reason }]))
]

/** Of conclusions the last alone is one: those before it are printed as what was replaced. */
function ofComparison({ label, annotations, checklist, conclusions, opinions, amendments }: Omit<ReportComparison, 'limits'>): FreeText[] {
  return [
    ...amendments.map(({ version, reason }) => ({ where: `Reason for version ${version} of ${label}`, text: reason })),
    ...annotations.map(({ number, text }) => ({ where: `Annotation ${number} of ${label}`, text })),
    ...ofChecklist(`Checklist of ${label}`, checklist),
    ...conclusions.slice(-1).flatMap(conclusion => ofConclusion(`Conclusion of ${label}`, conclusion)),
    ...opinions.flatMap(opinion => ofOpinion(label, opinion))
  ]
}

const ofChecklist = (where: string, items: ReportComparison['checklist']): FreeText[] =>
  items.flatMap(({ component, note, cause }) => [{ where: `${where}, note on ${component}`, text: note }, { where: `${where}, cause at ${component}`, text: cause }])

const ofConclusion = (where: string, { same, different, rationale, level }: Opinion['conclusion']): FreeText[] => [
  { where: `${where}, level`, text: level ?? '' },
  { where: `${where}, same source`, text: same, as: 'propositions' },
  { where: `${where}, different sources`, text: different, as: 'propositions' },
  { where: `${where}, rationale`, text: rationale }
]

function ofOpinion(label: string, { role, by, withdrawn, checklist, conclusion }: Opinion): FreeText[] {
  const where = `${role === 'first' ? 'First' : 'Second'} opinion on ${label} (${by})`
  return [...ofChecklist(`${where}, checklist`, checklist), ...ofConclusion(where, conclusion), { where: `${where}, reason for withdrawing`, text: withdrawn?.reason ?? '' }]
}
