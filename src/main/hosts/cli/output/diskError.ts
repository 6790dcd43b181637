import { usageError, VidimusError } from '../../../../shared/errors'

const CURES: Readonly<Record<string, [code: string, text: string]>> = {
  ENOSPC: ['out.full', 'the disk is full. Free some space or choose a folder on another disk'],
  EDQUOT: ['out.full', 'your disk quota is used up. Free some space or choose a folder on another disk'],
  EACCES: ['out.unwritable', 'this user may not write there. Choose a folder of yours'],
  EPERM: ['out.unwritable', 'this user may not write there. Choose a folder of yours'],
  EROFS: ['out.unwritable', 'the disk is read-only. Choose a folder on another disk'],
  ENOTDIR: ['out.unwritable', 'a part of the path is a file, not a folder. Choose another path'],
  EEXIST: ['out.unwritable', 'a file stands in its place. Choose another path'],
  EISDIR: ['out.unwritable', 'a folder stands in its place. Choose another path'],
  ENOENT: ['out.unwritable', 'a folder can\u2019t be made there. Choose another path'],
  ENAMETOOLONG: ['out.unwritable', 'the path is too long. Choose a shorter one'],
  EFBIG: ['out.full', 'the file would be larger than allowed there. Choose a folder on another disk']
}

/** A failed write in words: where, why, what to do, and that nothing was left behind. */
export function diskError(path: string, cause: unknown): VidimusError {
  if (cause instanceof VidimusError) return cause
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const [code, text] = CURES[errno] ?? ['out.failed', `${cause instanceof Error ? cause.message : String(cause)}. Choose another path or look after the disk`]
  return new VidimusError('fault', code, `"${path}" could not be written: ${text}. Nothing was left behind.`, { cause })
}

export const taken = (path: string): VidimusError =>
  usageError('out.taken', `"${path}" holds a result already (or files of the same names), and Vidimus replaces none in silence. Choose another folder with --out, or remove it first.`)
