import type { Replay, Said } from './replay'

const number = ({ fields }: Said): number => Number(fields.number) || 0

/** The last number given of each kind: no number is given twice, also where what had it is gone. Nothing where the log lacks the case's beginning. */
export function sayLastNumbers({ said, marks }: Replay, caseId: string): void {
  const about = said.get(`case ${caseId}`)
  if (about?.fields.created === undefined) return
  const last = { exhibit: 0, comparison: 0, report: 0 }
  const annotations = new Map<unknown, number>()
  for (const [key, thing] of said) {
    const noun = key.slice(0, key.indexOf(' '))
    if (noun === 'annotation') annotations.set(thing.fields.comparison, Math.max(annotations.get(thing.fields.comparison) ?? 0, number(thing)))
    else if (noun === 'exhibit' || noun === 'comparison' || noun === 'report') last[noun] = Math.max(last[noun], number(thing))
  }
  Object.assign(about.fields, { 'last number of an exhibit': last.exhibit, 'last number of a comparison': last.comparison, 'last number of a report': last.report, 'last mark Q': marks.Q, 'last mark K': marks.K })
  for (const [key, thing] of said) if (key.startsWith('comparison ')) thing.fields['last number of an annotation'] = annotations.get(thing.name) ?? 0
}
