import { toComparison, toExhibitFacts, toCase } from '../../../routes'

/** What a finding's place may name: the objects of the case by their number. */
export interface Places {
  comparisons: readonly { id: string; number: number }[]
  exhibits: readonly { id: string; number: number }[]
}

/** Where the words of a finding stand, as an address of this window: by the "C-1" or "E-1" in what it says of the place; else the case. */
export function claimPlace(caseId: string, where: string, { comparisons, exhibits }: Places): string {
  const comparison = byNumber(comparisons, /\bC-(\d+)/.exec(where))
  if (comparison) return toComparison(caseId, comparison)
  const exhibit = byNumber(exhibits, /\bE-(\d+)/.exec(where))
  return exhibit ? toExhibitFacts(caseId, exhibit) : toCase(caseId)
}

const byNumber = (objects: readonly { id: string; number: number }[], found: RegExpExecArray | null): string | undefined =>
  found ? objects.find(({ number }) => number === Number(found[1]))?.id : undefined

/** The panel of a comparison that the words stand in; null where it is none of a comparison's. */
export function claimPanel(where: string): 'checklist' | 'annotations' | 'conclusion' | null {
  if (!/\bC-\d/.test(where)) return null
  if (/checklist|Merkmalsliste/i.test(where)) return 'checklist'
  return /^(annotation|Markierung)/i.test(where) ? 'annotations' : 'conclusion'
}

/** A sentence in three: before, at and after the words that set a finding off. */
export function around(sentence: string, from: number, to: number): [string, string, string] {
  const [begin, end] = [Math.min(Math.max(from, 0), sentence.length), Math.min(Math.max(to, from, 0), sentence.length)]
  return [sentence.slice(0, begin), sentence.slice(begin, end), sentence.slice(end)]
}
