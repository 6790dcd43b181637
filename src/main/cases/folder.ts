import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { VidimusError, usageError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'
import { libraryPaths } from './paths'

/**
 * Makes the folder of a library to be; one that is there must be empty, hidden files aside.
 * @throws VidimusError `library.missing`, `library.folder-taken` (usage), `disk.*` (fault)
 */
export function makeFolder(folder: string, create: boolean): void {
  if (!create) throw usageError('library.missing', `There is no library in "${folder}". Choose a folder with a file "library.sqlite", or create a library there.`)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    const { kind, text } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${kind}`, `No library can be made in "${folder}": ${text}.`, { cause })
  }
  const present = readdirSync(folder).filter(name => !name.startsWith('.') && !OURS.has(name))
  if (present.length > 0) throw usageError('library.folder-taken', `The folder "${folder}" holds other files (${present.slice(0, 3).join(', ')}${present.length > 3 ? ' ...' : ''}): a library wants an empty folder of its own.`)
}

/** What an attempt to make a library that was cut short may leave. */
const OURS = new Set(['library.lock', 'library.lock.json', 'library.sqlite.part', 'library.sqlite.part-journal'])

/** Why nothing can be written in a library, or null. */
export function whyReadOnly(folder: string): string | null {
  const { database } = libraryPaths(folder)
  try {
    for (const path of [folder, ...(existsSync(database) ? [database] : [])]) accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS' ? 'its disk is read-only' : 'this user may not write in its folder'
  }
}
