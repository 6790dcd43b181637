import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { connect, type Database } from './database'
import { inspect } from './inspect'
import { takeLock, type Lock } from './lock'
import { migrate } from './migrate'
import { SCHEMA_VERSION } from './migrations/migrations'
import { libraryPaths } from './paths'
import { told } from './sqliteErrors'
import { sweepImports } from './sweepImports'

export interface Writable {
  db: Database
  /** Leaves the database as one file that stands alone, and lets go the lock. */
  close: () => void
}

/** The library's database for the one process that writes; a new one where there is none, a newer form where it is old. */
export async function openWritable(folder: string): Promise<Writable> {
  let lock: Lock | undefined
  try {
    lock = takeLock(folder)
    const db = await open(folder)
    return { db, close: () => leave(db, lock!) }
  } catch (error) {
    lock?.release()
    throw told(error, folder)
  }
}

async function open(folder: string): Promise<Database> {
  const { database, incoming } = libraryPaths(folder)
  if (!existsSync(database)) await create(database)
  const { version } = inspect(database, folder, existsSync(`${database}-wal`))
  if (version < SCHEMA_VERSION) backUp(folder, version)
  const db = connect(database)
  try {
    configure(db)
    await migrate(db)
    sweepImports(folder, db)
    rmSync(incoming, { recursive: true, force: true })
    return db
  } catch (error) {
    db.raw.close()
    throw error
  }
}

/** Whole or not at all: made under another name. */
async function create(database: string): Promise<void> {
  const draft = `${database}.part`
  for (const path of [draft, `${draft}-journal`]) rmSync(path, { force: true })
  const db = connect(draft)
  try {
    await migrate(db)
    db.run('INSERT INTO library (id, created) VALUES (?, ?)', randomUUID(), new Date().toISOString())
    db.raw.close()
    renameSync(draft, database)
  } catch (error) {
    db.raw.close()
    rmSync(draft, { force: true })
    throw error
  }
}

/** A copy from before it is changed to a newer form, with whatever its write-ahead log still holds. */
function backUp(folder: string, version: number): void {
  const { database, backups } = libraryPaths(folder)
  mkdirSync(backups, { recursive: true })
  const db = connect(database, { readonly: true })
  try {
    db.run('VACUUM INTO ?', join(backups, `library-version-${version}-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`))
  } finally {
    db.raw.close()
  }
}

/** FULL: a change that was told as made is on the disk, power cut or not. */
function configure({ raw }: Database): void {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('cell_size_check = ON')
  raw.pragma('cache_size = -65536')
  raw.pragma('journal_size_limit = 67108864')
}

function leave(db: Database, lock: Lock): void {
  try {
    db.raw.pragma('busy_timeout = 0')
    standAlone(db)
  } finally {
    db.raw.close()
    lock.release()
  }
}

/** Where another process is reading, the write-ahead log stays beside the database: no harm, only another file. */
function standAlone({ raw }: Database): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
  }
}
