import { usageError, type VidimusError } from '../../../shared/errors'
import type { Reader } from '../reader/reader'

interface Revised {
  id: string
  revision: number
}

/**
 * Refuses to write over what the writer has not seen.
 * @throws VidimusError `<noun>.conflict` (usage); the detail holds the stored object
 */
export function refuseStale(read: Reader, noun: string, stored: Revised, revision: number): void {
  if (stored.revision !== revision) throw conflict(read, noun, stored)
}

function conflict(read: Reader, noun: string, stored: Revised): VidimusError {
  const touch = read.lastTouch(stored.id)
  const who = touch === null ? '' : ` by ${touch.who} at ${touch.at}`
  return usageError(`${noun}.conflict`, `This ${noun} was changed meanwhile${who}: look at it as it is now, then make your change again.`, stored)
}
