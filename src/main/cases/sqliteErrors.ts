import Sqlite from 'better-sqlite3'
import { VidimusError, inputError, usageError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'

/** How to recover a database that can't be read. */
const RECOVERY =
  'Vidimus changes nothing in it. Close Vidimus and copy the whole folder to a safe place first. The photos in its folder "evidence" are files of their own and not affected. ' +
  'Then put back "library.sqlite" from a backup (the folder "backups" holds copies from before upgrades), or let "sqlite3 library.sqlite .recover" write what can still be read into a new file.'

export const corrupt = (folder: string, found: string, cause?: unknown): VidimusError =>
  inputError('library.corrupt', `The database of the library "${folder}" is damaged: ${found}. ${RECOVERY}`, { cause })

export const readOnly = (folder: string, reason: string | null): VidimusError =>
  usageError('library.read-only', `The library "${folder}" is open for reading only${reason === null ? '' : ` (${reason})`}: nothing can be changed in it. Open it for writing first.`)

type SqliteError = InstanceType<typeof Sqlite.SqliteError>

/** What SQLite threw, in our words; anything else as it was. */
export function told(error: unknown, folder: string): unknown {
  if (error instanceof VidimusError) return error
  if (error instanceof SyntaxError) return corrupt(folder, `a stored value is not the JSON that was written (${error.message})`, error)
  if (error instanceof TypeError && /connection is not open/.test(error.message)) return usageError('library.closed', `The library "${folder}" was closed meanwhile. Open it again.`)
  if (error instanceof Sqlite.SqliteError) return known(error, folder) ?? error
  return error instanceof Error && 'syscall' in error ? onDisk(error, folder) : error
}

function onDisk(error: Error, folder: string): VidimusError {
  const { kind, text } = diskTrouble(error)
  return fault(`disk.${kind}`, `A file of the library "${folder}" could not be written: ${text}.`, error)
}

function known(error: SqliteError, folder: string): VidimusError | undefined {
  const { code, message } = error
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT|MISMATCH)/.test(code)) return corrupt(folder, message, error)
  if (code === 'SQLITE_ERROR' && /malformed|no such (table|column)|unsupported file format|invalid fts5 file format/.test(message)) return corrupt(folder, message, error)
  if (code === 'SQLITE_FULL') return fault('disk.full', `The disk with the library "${folder}" is full: the change was not made and nothing else was lost. Free some space there and do it again.`, error)
  if (code.startsWith('SQLITE_READONLY')) return readOnly(folder, 'its disk takes no changes')
  if (code.startsWith('SQLITE_BUSY')) return fault('library.busy', `Another process keeps the library "${folder}" locked. Try again in a moment.`, error)
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN'))
    return fault('disk.failed', `The disk with the library "${folder}" failed (${code}: ${message}): the change was not made. See that the folder is there and the disk is sound.`, error)
  return undefined
}

const fault = (code: string, message: string, cause: unknown): VidimusError => new VidimusError('fault', code, message, { cause })

/** The same functions, each with its errors told in our words. */
export function guarded<T extends object>(functions: T, folder: string): T {
  const guard = (work: (...values: unknown[]) => unknown) => (...values: unknown[]): unknown => {
    try {
      return work(...values)
    } catch (error) {
      throw told(error, folder)
    }
  }
  return Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, guard(work as () => unknown)])) as T
}
