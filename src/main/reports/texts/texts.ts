import { createHash } from 'node:crypto'
import type { ReportLanguage } from '../../../shared/domain/claims'
import { de } from './de'
import { en } from './en'

/** Every fixed sentence and heading of a report has a key. */
export type TextKey = keyof typeof en

/** The texts that one report is set with. */
export interface ReportTexts {
  language: ReportLanguage
  texts: Readonly<Record<TextKey, string>>
  /** Over the texts as canonical JSON. */
  sha256: string
  /** Whether the laboratory changed any. */
  edited: boolean
}

export const ORIGINALS: Readonly<Record<ReportLanguage, Readonly<Record<TextKey, string>>>> = { en, de }
export const TEXT_KEYS = Object.keys(en) as TextKey[]

/** The originals of a language with the laboratory's own words in their place. */
export function reportTexts(language: ReportLanguage, edits: Readonly<Partial<Record<TextKey, string>>> = {}): ReportTexts {
  const originals = ORIGINALS[language]
  const texts = Object.fromEntries(TEXT_KEYS.map(key => [key, edits[key] ?? originals[key]])) as Record<TextKey, string>
  const sha256 = createHash('sha256').update(JSON.stringify(TEXT_KEYS.toSorted().map(key => [key, texts[key]]))).digest('hex')
  return { language, texts, sha256, edited: TEXT_KEYS.some(key => texts[key] !== originals[key]) }
}

const PLACEHOLDER = /\{(\w+)\}/g

export const placeholdersOf = (text: string): string[] => [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name!))]

/** The text with values in place of its {placeholders}; values that are neither text nor number are passed over. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
  })
