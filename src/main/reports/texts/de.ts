import { en } from './en'

/** The report's own words in German. */
export const de: Record<keyof typeof en, string> = { ...en,
  'title': 'Gutachten zum Gesichtsbildvergleich'
}
