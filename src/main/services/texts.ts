import { join } from 'node:path'
import { z } from 'zod'
import { ReportLanguage } from '../../shared/domain/claims'
import { VidimusError } from '../../shared/errors'
import { readJson } from '../files/readJson'
import { replaceFile } from '../files/replaceFile'
import { checkEdit, EDITABLE_KEYS } from '../reports/texts/edits'
import { ORIGINALS, placeholdersOf, reportTexts, type ReportTexts, type TextKey } from '../reports/texts/texts'
import type { ProgramFolders } from './folders'
import type { HandlersOf, Services } from './handlers'
import { noteInLog } from './programLog'

const Edits = z.partialRecord(ReportLanguage, z.record(z.string(), z.string()))
type Edits = z.infer<typeof Edits>

/** The laboratory's own words for reports, in report-texts.json of the configuration folder. */
export class TextStore {
  readonly #file: string
  #edits: Edits

  constructor({ config, log }: Pick<ProgramFolders, 'config' | 'log'>) {
    this.#file = join(config, 'report-texts.json')
    const { value, damage } = readJson<Edits>(this.#file, Edits, {})
    this.#edits = value
    if (damage !== null) noteInLog(log, 'texts.damaged', `The texts of reports could not be read (${damage.reason}). The file is kept as "${damage.kept}"; reports are set with the original texts.`)
  }

  /** What a report in this language is set with now. Edits that this version can't take (other placeholders, a text that is gone) are left out. */
  for(language: ReportLanguage): ReportTexts {
    return reportTexts(language, this.edits(language))
  }

  edits(language: ReportLanguage): Partial<Record<TextKey, string>> {
    return Object.fromEntries(Object.entries(this.#edits[language] ?? {}).filter(([key, text]) => stands(language, key, text)))
  }

  /**
   * @param edited null takes the original back
   * @throws VidimusError (usage) what `checkEdit` throws; `texts.unwritable` (fault)
   */
  set(language: ReportLanguage, key: string, edited: string | null): void {
    const others = Object.fromEntries(Object.entries(this.#edits[language] ?? {}).filter(([name]) => name !== key))
    const next: Edits = { ...this.#edits, [language]: edited === null ? others : { ...others, [checkEdit(language, key, edited)]: edited } }
    try {
      replaceFile(this.#file, `${JSON.stringify(next, null, 2)}\n`)
    } catch (cause) {
      throw new VidimusError('fault', 'texts.unwritable', `The texts could not be written to "${this.#file}": ${String(cause)}. Free some space there, or set VIDIMUS_HOME to a folder of yours.`, { cause })
    }
    this.#edits = next
  }
}

function stands(language: ReportLanguage, key: string, text: string): boolean {
  try {
    checkEdit(language, key, text)
    return true
  } catch (error) {
    if (error instanceof VidimusError) return false
    throw error
  }
}

/** `text.*`. A change is a row of the open library's log, where there is one that can be written. */
export const textHandlers = ({ texts, libraries, events }: Services): HandlersOf<'text'> => ({
  'text.list': async ({ language }) => {
    const edits = texts.edits(language)
    return { texts: EDITABLE_KEYS.map(key => ({ key, original: ORIGINALS[language][key], edited: edits[key] ?? null, placeholders: placeholdersOf(ORIGINALS[language][key]) })) }
  },
  'text.set': async ({ language, key, edited }) => {
    texts.set(language, key, edited)
    libraries.note('text.changed', { language, key, edited })
    events.emit('library.changed', { case: null, kind: 'settings' })
    return {}
  }
})
