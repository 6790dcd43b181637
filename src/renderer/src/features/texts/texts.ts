import type { Output } from '../../../../shared/ipc/contract'

export type ReportText = Output<'text.list'>['texts'][number]

/** What a report is set with: the laboratory's wording where there is one. */
export const wordingOf = ({ edited, original }: ReportText): string => edited ?? original

/** The texts that hold every word asked for, in their key or their wording. */
export function findTexts(texts: readonly ReportText[], query: string, editedOnly: boolean): ReportText[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return texts.filter(text => {
    const all = `${text.key} ${text.original} ${text.edited ?? ''}`.toLowerCase()
    return (!editedOnly || text.edited !== null) && words.every(word => all.includes(word))
  })
}

/** Placeholders, as {number}, of a wording that the text does not know. */
export const unknownPlaceholders = (wording: string, known: readonly string[]): string[] =>
  [...new Set([...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].filter(name => !known.includes(name))
