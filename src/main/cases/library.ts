/**
 * A case library: one folder with the database, the evidence and what is derived from it.
 */
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { LibraryChange } from '../../shared/domain/library'
import type { Anchor } from '../evidence/chain'
import { evidencePath } from '../evidence/evidenceStore'
import { holdsAnchor, lastNoting, noteAnchor, readAnchor } from './anchor'
import type { Database } from './database'
import { makeFolder, whyReadOnly } from './folder'
import { versionOf } from './migrate'
import { openReadable, type Readable } from './openReadable'
import { openWritable, type Writable } from './openWritable'
import { libraryPaths } from './paths'
import { createReader, type Reader } from './reader/reader'
import { guarded, readOnly } from './sqliteErrors'
import { createWriter, type Writer } from './writer/writer'
import type { Actor } from './writer/writing'

/** What is read from a library and written to it. */
export interface CaseStore {
  read: Reader
  /** In a library that is open for reading, each function throws `library.read-only` (usage). */
  write: Writer
}

export interface Library extends CaseStore {
  readonly folder: string
  readonly name: string
  readonly mode: 'write' | 'read'
  /** Why it is open for reading only although writing was asked for. */
  readonly readOnlyReason: string | null
  readonly schema: number
  /** On whose behalf it is looked at and written to: the examiner as named in the settings. */
  viewer: () => string
  /** Where the bytes with this hash lie. */
  evidencePath: (sha256: string) => string
  /** For pictures made from evidence; may be deleted at any time. */
  readonly derived: string
  /** The head of the audit chain noted last. */
  anchor: () => Anchor | null
  /** The last row of the log behind which a head was noted, where no note is there any more; null where all is in order. */
  anchorGone: () => number | null
  /** Notes the present head; nothing where the library is open for reading. */
  noteAnchor: () => void
  close: () => void
}

export interface OpenOptions {
  mode: 'write' | 'read'
  /** Makes a library in an empty or new folder; opens the one that is there. */
  create?: boolean
  actor: () => Actor
  changed?: (change: LibraryChange) => void
  /** What the log says beside the fact that the library was opened. */
  details?: Record<string, unknown>
}

/**
 * Opens the library in a folder. One in a place that takes no changes is opened for reading, with the reason.
 *
 * @throws VidimusError `library.missing`, `library.folder-taken`, `library.locked` (usage), `library.corrupt`,
 *         `library.newer` (input), `disk.full`, `disk.unwritable`, `disk.failed` (fault); the database is not changed then
 */
export async function openLibrary(path: string, options: OpenOptions): Promise<Library> {
  const folder = resolve(path)
  const isNew = !existsSync(libraryPaths(folder).database)
  if (isNew) makeFolder(folder, options.create === true && options.mode === 'write')
  if (options.mode === 'read') return reading(folder, await openReadable(folder), options)
  const reason = whyReadOnly(folder)
  return reason === null ? writing(folder, await openWritable(folder), options) : reading(folder, await openReadable(folder), options, reason)
}

const common = (folder: string, db: Database, { actor }: OpenOptions) => ({
  folder,
  viewer: () => actor().who,
  name: basename(folder),
  schema: versionOf(db),
  read: guarded(createReader(db), folder),
  evidencePath: (sha256: string) => evidencePath(folder, sha256),
  derived: libraryPaths(folder).derived,
  anchor: () => readAnchor(folder),
  ...guarded({ anchorGone: () => (readAnchor(folder) === null ? lastNoting(db) : null) }, folder)
})

function reading(folder: string, { db, copied, close }: Readable, options: OpenOptions, reason: string | null = null): Library {
  const readOnlyReason = [reason, copied].filter(text => text !== null).join('; ') || null
  const library = common(folder, db, options)
  const refuse = (): never => {
    throw readOnly(folder, readOnlyReason)
  }
  const names = Object.keys(createWriter({ db, read: library.read, actor: options.actor, changed: refuse }))
  return { ...library, mode: 'read', readOnlyReason, write: Object.fromEntries(names.map(name => [name, refuse])) as unknown as Writer, noteAnchor: () => undefined, close }
}

function writing(folder: string, { db, close }: Writable, options: OpenOptions): Library {
  const { actor, changed = () => undefined, details = {} } = options
  const library = common(folder, db, options)
  const write = guarded(createWriter({ db, read: createReader(db), actor, changed }), folder)
  try {
    welcome(db, folder, library.read, write, details)
  } catch (error) {
    close()
    throw error
  }
  return {
    ...library,
    mode: 'write',
    readOnlyReason: null,
    write,
    ...guarded({ noteAnchor: () => noteAnchor(db, folder), close: () => leave(db, folder, library.read, write, close) }, folder)
  }
}

/** The last rows; closing twice is no error. */
function leave(db: Database, folder: string, read: Reader, write: Writer, close: () => void): void {
  if (!db.raw.open) return
  try {
    for (const use of read.runningUses()) write.endUse(use)
    write.note({ action: 'library.closed', case: null, object: null })
    noteAnchor(db, folder)
  } finally {
    close()
  }
}

/** The first rows of every stretch of work: what is being opened, and what the last one left unfinished. */
function welcome(db: Database, folder: string, read: Reader, write: Writer, details: Record<string, unknown>): void {
  const anchor = readAnchor(folder)
  const isHeld = holdsAnchor(db, anchor)
  const noted = anchor === null ? lastNoting(db) : null
  write.note({ action: 'library.opened', case: null, object: null, details: { schema: versionOf(db), ...details } })
  if (!isHeld) write.note({ action: 'audit.anchor-missed', case: null, object: null, details: { anchor } })
  if (noted !== null) write.note({ action: 'audit.anchor-gone', case: null, object: null, details: { noted } })
  for (const use of read.runningUses()) write.endUse(use, 'interrupted')
}
