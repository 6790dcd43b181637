import { recorded } from '../../../shared/domain/recorded'
import type { Report, ReportComparison } from '../../../shared/domain/report'
import { fill, type ReportTexts, type TextKey } from '../texts/texts'

/** What every section is made from. */
export interface Setting {
  report: Report
  say: (key: TextKey, values?: Readonly<Record<string, unknown>>) => string
  /** Fixed words of records in the report's language (shared/domain/recorded.ts). */
  recorded: (text: string) => string
  /** Names of the pictures that are there. */
  pictures: ReadonlySet<string>
}

export const settingOf = (report: Report, { texts }: ReportTexts, pictures: ReadonlySet<string>): Setting => ({
  report, pictures, say: (key, values = {}) => fill(texts[key], values), recorded: text => recorded(text, report.language)
})

/** A face without a mark is called "face 2 of E-1": where the exhibit is named beside it, "face 2". */
export const shortFace = ({ face, exhibit }: ReportComparison['a']): string => (face.endsWith(` ${exhibit}`) ? face.split(' ').slice(0, 2).join(' ') : face)

export const four = (value: number): string => value.toFixed(4)
/** Values of maps and single arguments, which are small. */
export const three = (value: number): string => (value === 0 ? '0' : Math.abs(value) < 0.001 ? value.toExponential(2) : value.toPrecision(3))
export const percent = (share: number): string => (share * 100).toFixed(1)
/** 1 234 567 */
export const bytes = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
/** An ISO time to the second, without its letters; the report says once that all are UTC. */
export const time = (iso: string): string => iso.slice(0, 19).replace('T', ' ')
export const timeOrNull = (iso: string | null): string | null => iso && time(iso)
export const pair = (by: string | null, at: string | null): string => [by, at && time(at)].filter(part => part !== null && part !== '').join('\n')
