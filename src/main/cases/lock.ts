/**
 * One process writes to a library. It holds an exclusive SQLite lock on a file of its own for as long as it lives: the
 * system lets it go when the process ends, however it ends, so that nothing stale is ever left.
 */
import { readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { LibraryHolder } from '../../shared/domain/library'
import { usageError, type VidimusError } from '../../shared/errors'
import { replaceFile } from '../files/replaceFile'
import { libraryPaths } from './paths'

export interface Lock {
  release: () => void
}

/**
 * @throws VidimusError `library.locked` (usage) with the holder in the detail; SqliteError where the folder takes no files
 */
export function takeLock(folder: string): Lock {
  const { lock, holder } = libraryPaths(folder)
  const held = new Sqlite(lock, { timeout: 0 })
  try {
    held.exec('BEGIN EXCLUSIVE')
    replaceFile(holder, `${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() } satisfies LibraryHolder)}\n`)
  } catch (error) {
    held.close()
    throw isBusy(error) ? locked(folder) : error
  }
  return {
    release: () => {
      rmSync(holder, { force: true })
      held.close()
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')

function locked(folder: string): VidimusError {
  const holder = readHolder(folder)
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}, since ${holder.since}`
  return usageError('library.locked', `The library "${folder}" is open for writing in ${who}. Close it there first, or open it for reading only.`, holder ?? undefined)
}

function readHolder(folder: string): LibraryHolder | null {
  try {
    return LibraryHolder.parse(JSON.parse(readFileSync(libraryPaths(folder).holder, 'utf8')))
  } catch {
    return null
  }
}
