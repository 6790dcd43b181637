import type { ImportOutcome } from './runImport'

export type RowKind = 'refused' | 'no face' | 'duplicate' | 'imported'

/** What became of one file. */
export interface ReportRow {
  id: number
  kind: RowKind
  name: string
  outcome: string
}

const NOT_SEARCHED = 'The import ended before faces were looked for: do that from its card.'

/** One row a file, those that want attention first. */
export function reportRows({ imported, duplicates, refused }: ImportOutcome): ReportRow[] {
  const rows: Omit<ReportRow, 'id'>[] = [
    ...refused.map(({ name, message, code }) => ({ kind: 'refused' as const, name, outcome: `${message} (${code})` })),
    ...imported.filter(({ faces }) => faces === 0).map(({ name, number, analysis }) => ({ kind: 'no face' as const, name, outcome: `E-${number}. ${'message' in analysis ? analysis.message : analysis.state === 'pending' ? NOT_SEARCHED : 'No face was found.'}` })),
    ...duplicates.map(({ name, number }) => ({ kind: 'duplicate' as const, name, outcome: `The same bytes are in the case as E-${number}; nothing was added.` })),
    ...imported.filter(({ faces }) => faces > 0).map(({ name, number, faces }) => ({ kind: 'imported' as const, name, outcome: `E-${number}, ${faces} ${faces === 1 ? 'face' : 'faces'}` }))
  ]
  return rows.map((row, id) => ({ ...row, id }))
}

/** For the clipboard: a table that spreadsheets take. */
export const reportText = (rows: readonly ReportRow[]): string => ['outcome\tfile\twhat', ...rows.map(({ kind, name, outcome }) => [kind, name, outcome].map(oneLine).join('\t'))].join('\n')

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')
