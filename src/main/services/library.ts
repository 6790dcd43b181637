import { existsSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Time } from '../../shared/domain/common'
import type { LibraryStatus } from '../../shared/domain/library'
import { toErrorData, usageError } from '../../shared/errors'
import { openLibrary, type Library, type OpenOptions } from '../cases/library'
import { readJson } from '../files/readJson'
import { replaceFile } from '../files/replaceFile'
import type { Broadcast } from './events'
import type { ProgramFolders } from './folders'
import { noteInLog } from './programLog'
import { examinerOf, type SettingsStore } from './settings'

const Recent = z.array(z.object({ folder: z.string(), openedAt: Time }))
const MOST_RECENT = 12

export interface OpenRequest {
  folder: string
  mode?: 'write' | 'read'
  create?: boolean
}

/** Holds the library that is open: one at a time, for all windows. */
export class Libraries {
  #open: Library | null = null
  #problem: LibraryStatus['problem'] = null
  /** Opening and closing one after the other, whoever asks. */
  #turn: Promise<unknown> = Promise.resolve()
  readonly #recentFile: string
  #recent: z.infer<typeof Recent>

  constructor(
    private readonly folders: ProgramFolders,
    private readonly settings: SettingsStore,
    private readonly events: Broadcast
  ) {
    this.#recentFile = join(folders.data, 'recent.json')
    const { value, damage } = readJson(this.#recentFile, Recent, [])
    this.#recent = value
    if (damage) noteInLog(folders.log, 'recent.damaged', `The list of recent libraries could not be read (${damage.reason}) and starts anew. The file is kept as "${damage.kept}".`)
  }

  /** @throws VidimusError `library.none` (usage) */
  current(): Library {
    if (this.#open === null) throw usageError('library.none', 'No library is open. Open one, or create one, first.')
    return this.#open
  }

  /** @throws VidimusError `library.none`, `library.read-only` (usage) */
  writable(): Library {
    const library = this.current()
    if (library.mode === 'read')
      throw usageError('library.read-only', `The library "${library.folder}" is open for reading only${library.readOnlyReason === null ? '' : ` (${library.readOnlyReason})`}: nothing can be changed in it.`)
    return library
  }

  status(): LibraryStatus {
    const library = this.#open
    return {
      open: library && { folder: library.folder, name: library.name, mode: library.mode, readOnlyReason: library.readOnlyReason, schema: library.schema, counts: library.read.counts() },
      problem: this.#problem,
      suggested: this.folders.firstLibrary,
      recent: this.#recent.map(({ folder, openedAt }) => ({ folder, openedAt, missing: !existsSync(folder) }))
    }
  }

  /** Opens a library and closes the one that was open. @throws VidimusError as `openLibrary`; the one before is closed then, too, where it is the same */
  open(request: OpenRequest): Promise<LibraryStatus> {
    return this.#next(async () => {
      const folder = resolve(request.folder)
      if (this.#open?.folder === folder) this.#leave()
      const library = await this.#openOrNote(folder, {
        mode: request.mode ?? 'write',
        create: request.create ?? false,
        actor: () => ({ who: examinerOf(this.settings.get()), where: `${userInfo().username}@${hostname()}, process ${process.pid}` }),
        changed: change => this.events.emit('library.changed', change),
        details: this.#details()
      })
      this.#leave()
      this.#open = library
      this.#problem = null
      this.#remember(library.folder)
      this.events.emit('library.changed', { case: null, kind: 'library' })
      return this.status()
    })
  }

  close(): Promise<LibraryStatus> {
    return this.#next(async () => {
      this.#leave()
      this.#problem = null
      this.events.emit('library.changed', { case: null, kind: 'library' })
      return this.status()
    })
  }

  /** Appends to the open library's log, where one is open for writing. */
  note(action: string, details: Record<string, unknown>): void {
    if (this.#open?.mode === 'write') this.#open.write.note({ action, case: null, object: null, details })
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #openOrNote(folder: string, options: OpenOptions): Promise<Library> {
    try {
      return await openLibrary(folder, options)
    } catch (error) {
      const { code, message } = toErrorData(error)
      this.#problem = this.#open === null ? { folder, code, message } : null
      this.events.emit('library.changed', { case: null, kind: 'library' })
      throw error
    }
  }

  /** What goes wrong here costs the last rows of the log, never what was written before, and must not keep a library open. */
  #leave(): void {
    const library = this.#open
    this.#open = null
    try {
      library?.close()
    } catch (error) {
      noteInLog(this.folders.log, 'library.close-failed', `The library "${library?.folder}" was not closed properly: ${toErrorData(error).message}`)
    }
  }

  /** The settings in force go on record with the opening, so that a change made while no library was open is seen too. */
  #details(): Record<string, unknown> {
    const { damage } = this.settings
    return { settings: this.settings.get(), ...(damage === null ? {} : { settingsDamage: damage }) }
  }

  #remember(folder: string): void {
    this.#recent = [{ folder, openedAt: new Date().toISOString() }, ...this.#recent.filter(recent => recent.folder !== folder)].slice(0, MOST_RECENT)
    try {
      replaceFile(this.#recentFile, `${JSON.stringify(this.#recent, null, 2)}\n`)
    } catch (error) {
      noteInLog(this.folders.log, 'recent.unwritable', `The list of recent libraries could not be written: ${String(error)}`)
    }
  }
}

