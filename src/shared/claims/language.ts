import type { ReportLanguage } from '../domain/claims'

const GERMAN = /\b(der|die|das|den|dem|des|und|ist|sind|nicht|ein|eine|einen|auf|mit|von|wird|wurde|dass|es|sich|zu|im|beim?|aus)\b/gi
const ENGLISH = /\b(the|and|is|are|not|an?|on|with|of|was|were|that|it|to|in|by|from|both|this|these)\b/gi

/** What a text is written in, by its small words; English where nothing tells. */
export const languageOf = (text: string): ReportLanguage => ((text.match(GERMAN)?.length ?? 0) > (text.match(ENGLISH)?.length ?? 0) ? 'de' : 'en')
