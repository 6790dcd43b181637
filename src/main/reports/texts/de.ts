import type { en } from './en'

/** The report's own words in German. */
export const de: Record<keyof typeof en, string> = {
  'title': 'Gutachten zum Gesichtsbildvergleich'
}
