import { rm } from 'node:fs/promises'
import type { Delivery } from '../../shared/domain/casePackage'
import { VidimusError, usageError } from '../../shared/errors'
import { copyAtomically } from '../files/copyAtomically'
import { diskTrouble } from '../files/diskTrouble'
import type { OutgoingFile } from '../services/host'

/**
 * Copies a file that leaves the program to where the user wants it; null is nowhere.
 * @param replace whether the user agreed that a file there gives way
 * @throws VidimusError `save.taken` (usage), `save.full`, `save.unwritable`, `save.failed` (fault)
 */
export async function saveCopy(file: OutgoingFile, to: string | null, replace: boolean): Promise<Delivery> {
  try {
    if (to === null) return { kind: 'cancelled' }
    await copyAtomically(file.path, to, replace)
    return { kind: 'saved', path: to }
  } catch (cause) {
    throw inWords(to, cause, replace)
  } finally {
    if (file.temporary) await rm(file.path, { force: true })
  }
}

function inWords(to: string | null, cause: unknown, replace: boolean): VidimusError {
  if (!replace && (cause as NodeJS.ErrnoException).code === 'EEXIST')
    return usageError('save.taken', `"${to}" is there already and is not replaced: move it, or work in another folder.`)
  const { kind, text } = diskTrouble(cause)
  return new VidimusError('fault', `save.${kind}`, `"${to}" could not be written: ${text}. Nothing was left behind.`, { cause })
}
