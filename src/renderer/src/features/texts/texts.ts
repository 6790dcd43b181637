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

const placeholders = (wording: string): string[] => [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
const list = (names: readonly string[]): string => [...new Set(names)].map(name => `{${name}}`).join(', ')

/** What is wrong with a wording, in words; undefined where nothing is. The program judges again what it is given. */
export function complaintAbout(wording: string, { original, placeholders: known }: Pick<ReportText, 'original' | 'placeholders'>): string | undefined {
  if (wording.trim() === '' && original !== '') return 'It can’t be empty: take the original back instead.'
  const found = placeholders(wording)
  const unknown = found.filter(name => !known.includes(name))
  if (unknown.length > 0) return `Not known to this text: ${list(unknown)}`
  const lost = wording.trim() === '' ? [] : known.filter(name => !found.includes(name))
  return lost.length > 0 ? `Missing: ${list(lost)}. The report has to say it there.` : undefined
}
