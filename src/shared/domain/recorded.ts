import type { ReportLanguage } from './claims'
import { recordedInGerman } from './recordedDe'

/** What a record holds in fixed English words of ours, in a report's language; all else is given back as it is. */
export const recorded = (text: string, language: ReportLanguage): string => (language === 'de' ? recordedInGerman(text) : text)
