import { readFile } from 'node:fs/promises'
import { inputError } from '../../../../shared/errors'

/** The text of a list of pairs. @throws VidimusError `pairs.unreadable` (input) */
export function readPairs(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw inputError('pairs.unreadable', `The list of pairs "${path}" could not be read (${cause.code ?? cause.message}). Check the path.`, { cause })
  })
}
