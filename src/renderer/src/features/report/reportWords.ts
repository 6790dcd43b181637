import type { ReportLanguage } from '../../../../shared/domain/claims'
import type { ReportRow } from '../../../../shared/domain/report'

export const LANGUAGES: Readonly<Record<ReportLanguage, string>> = { en: 'English', de: 'German' }

type Compared = Pick<ReportRow['comparisons'][number], 'number' | 'version'>

/** "C-1 to C-3, C-5 (version 2)": neighbours of one version in one word. */
export function comparisonsText(comparisons: readonly Compared[]): string {
  const runs: { first: number; last: number; version: number }[] = []
  for (const { number, version } of [...comparisons].sort((one, other) => one.number - other.number)) {
    const run = runs.at(-1)
    if (run && run.last === number - 1 && run.version === version) run.last = number
    else runs.push({ first: number, last: number, version })
  }
  return runs.map(({ first, last, version }) => `${first === last ? `C-${first}` : `C-${first} to C-${last}`} (version ${version})`).join(', ')
}

/** What a file of a report is for, by how its name ends. */
export function purposeOf(name: string): string {
  if (name.endsWith('.pdf')) return 'The report, for people'
  if (/signature|\.sig$/.test(name)) return 'The signature over the other files'
  if (name.endsWith('.json')) return 'The same values, for programs and replay'
  if (name.endsWith('.sha256')) return 'The hashes, for any checking tool'
  return ''
}
