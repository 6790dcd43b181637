import { stringify, type CastingContext } from 'csv-stringify/sync'

/** A cell: words, a number, or nothing. */
export type Cell = string | number | null

/** Where a spreadsheet that separates by another character than the comma would begin a cell that is a formula. */
const INNER_FORMULA = /([;\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

const cast = {
  string: (value: string, { header }: CastingContext): string => (header ? value : value.replace(/^\n/, ' ').replace(INNER_FORMULA, "$1'")),
  number: (value: number): string => String(value)
}

/**
 * A table for spreadsheets: UTF-8 with a byte order mark, commas, lines end with CR LF, each cell quoted. Words that a
 * spreadsheet would take for a formula get an apostrophe before them; numbers stay numbers.
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], { bom: true, header: true, columns: [...columns], record_delimiter: 'windows', quoted_string: true, escape_formulas: true, cast })
