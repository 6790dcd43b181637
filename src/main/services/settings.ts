import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Settings, type SettingsPatch } from '../../shared/domain/settings'
import { VidimusError } from '../../shared/errors'
import { readJson } from '../files/readJson'
import { replaceFile } from '../files/replaceFile'
import type { ProgramFolders } from './folders'
import type { HandlersOf, Services } from './handlers'
import { noteInLog } from './programLog'

/** On whose behalf something is done: the examiner as named in the settings, else the account. */
export const examinerOf = ({ examiner }: Pick<Settings, 'examiner'>): string => examiner || userInfo().username

export interface SettingsChange {
  from: Partial<Settings>
  to: Partial<Settings>
}

/** What this installation prefers, in settings.json of its configuration folder. */
export class SettingsStore {
  readonly #file: string
  #settings: Settings
  /** What had to be put aside when the file was read, in words; null where all was well. */
  readonly damage: string | null

  constructor({ config, log }: ProgramFolders) {
    this.#file = join(config, 'settings.json')
    const { value, damage } = readJson(this.#file, Settings, Settings.parse({}))
    this.#settings = value
    this.damage = damage && `The settings could not be read (${damage.reason}). The file is kept as "${damage.kept}"; the settings are as on the first day.`
    if (this.damage !== null) noteInLog(log, 'settings.damaged', this.damage)
  }

  get(): Settings {
    return this.#settings
  }

  /**
   * Keeps what the patch changes and tells it; null where it changes nothing.
   * @throws VidimusError `settings.unwritable` (fault)
   */
  set(patch: SettingsPatch): SettingsChange | null {
    const next = Settings.parse({ ...this.#settings, ...patch })
    const change = changeOf(this.#settings, next)
    if (change === null) return null
    try {
      replaceFile(this.#file, `${JSON.stringify(next, null, 2)}\n`)
    } catch (cause) {
      throw new VidimusError('fault', 'settings.unwritable', `The settings could not be written to "${this.#file}": ${String(cause)}. Free some space there, or set VIDIMUS_HOME to a folder of yours.`, { cause })
    }
    this.#settings = next
    return change
  }
}

function changeOf(from: Settings, to: Settings): SettingsChange | null {
  const keys = (Object.keys(to) as (keyof Settings)[]).filter(key => JSON.stringify(from[key]) !== JSON.stringify(to[key]))
  const pick = (settings: Settings): Partial<Settings> => Object.fromEntries(keys.map(key => [key, settings[key]]))
  return keys.length === 0 ? null : { from: pick(from), to: pick(to) }
}

/** `settings.*`. A change is a row of the open library's log, where there is one that can be written. */
export const settingsHandlers = ({ settings, libraries, events }: Services): HandlersOf<'settings'> => ({
  'settings.get': async () => settings.get(),
  'settings.set': async ({ patch }) => {
    const change = settings.set(patch)
    if (change === null) return settings.get()
    libraries.note('settings.changed', { ...change })
    events.emit('library.changed', { case: null, kind: 'settings' })
    return settings.get()
  }
})
