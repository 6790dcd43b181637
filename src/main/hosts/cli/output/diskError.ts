import { usageError, VidimusError } from '../../../../shared/errors'
import { diskTrouble } from '../../../files/diskTrouble'

/** A failed write in words: where, why, what to do, and that nothing was left behind. */
export function diskError(path: string, cause: unknown): VidimusError {
  if (cause instanceof VidimusError) return cause
  const { kind, text } = diskTrouble(cause)
  return new VidimusError('fault', `out.${kind}`, `"${path}" could not be written: ${text}. Nothing was left behind.`, { cause })
}

export const taken = (path: string): VidimusError =>
  usageError('out.taken', `"${path}" holds a result already (or files of the same names), and Vidimus replaces none in silence. Choose another folder with --out, or remove it first.`)
