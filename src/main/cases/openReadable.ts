import { chmodSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, closeSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from './database'
import { whyReadOnly } from './folder'
import { inspect } from './inspect'
import { migrate } from './migrate'
import { SCHEMA_VERSION } from './migrations/migrations'
import { libraryPaths } from './paths'
import { told } from './sqliteErrors'

export interface Readable {
  db: Database
  /** Why what is read is a copy made when the library was opened; null where it is the library itself. */
  copied: string | null
  close: () => void
}

/** The library's database for reading; beside a process that writes it stays current. */
export async function openReadable(folder: string): Promise<Readable> {
  try {
    const { database } = libraryPaths(folder)
    if (whyReadOnly(folder) !== null && needsLog(database)) return await openCopy(folder, copyFiles, 'it was not closed properly, so a copy of its database is read')
    if (inspect(database, folder).version < SCHEMA_VERSION) return await openCopy(folder, copyContent, 'it is of an older Vidimus, so a copy of its database in the newer form is read')
    const db = connect(database, { readonly: true })
    return { db, copied: null, close: () => db.raw.close() }
  } catch (error) {
    throw told(error, folder)
  }
}

/** Whether the database can't be read without making files beside it: bytes 18 and 19 of its header say 2. */
function needsLog(database: string): boolean {
  if (existsSync(`${database}-wal`)) return true
  const header = Buffer.alloc(20)
  const file = openSync(database, 'r')
  try {
    return readSync(file, header, 0, 20, 0) === 20 && header[18] === 2
  } finally {
    closeSync(file)
  }
}

async function openCopy(folder: string, copy: (from: string, to: string) => void, copied: string): Promise<Readable> {
  const place = mkdtempSync(join(tmpdir(), 'vidimus-library-'))
  const close = (): void => rmSync(place, { recursive: true, force: true })
  try {
    const database = join(place, 'library.sqlite')
    copy(libraryPaths(folder).database, database)
    const db = connect(database)
    inspect(database, folder)
    await migrate(db)
    return { db, copied, close: () => (db.raw.close(), close()) }
  } catch (error) {
    close()
    throw error
  }
}

function copyFiles(from: string, to: string): void {
  for (const end of ['', '-wal'].filter(end => existsSync(`${from}${end}`))) {
    copyFileSync(`${from}${end}`, `${to}${end}`)
    chmodSync(`${to}${end}`, 0o600)
  }
}

function copyContent(from: string, to: string): void {
  const db = connect(from, { readonly: true })
  try {
    db.run('VACUUM INTO ?', to)
  } finally {
    db.raw.close()
  }
}
