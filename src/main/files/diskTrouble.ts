/** Why a file could not be written, by the error's own number. */
const TROUBLES: Readonly<Record<string, [kind: 'full' | 'unwritable', text: string]>> = {
  ENOSPC: ['full', 'the disk is full. Free some space or choose a folder on another disk'],
  EDQUOT: ['full', 'your disk quota is used up. Free some space or choose a folder on another disk'],
  EFBIG: ['full', 'the file would be larger than allowed there. Choose a folder on another disk'],
  EACCES: ['unwritable', 'this user may not write there. Choose a folder of yours'],
  EPERM: ['unwritable', 'this user may not write there. Choose a folder of yours'],
  EROFS: ['unwritable', 'the disk is read-only. Choose a folder on another disk'],
  ENOTDIR: ['unwritable', 'a part of the path is a file, not a folder. Choose another path'],
  EEXIST: ['unwritable', 'a file stands in its place. Choose another path'],
  EISDIR: ['unwritable', 'a folder stands in its place. Choose another path'],
  ENOENT: ['unwritable', 'a folder can\u2019t be made there. Choose another path'],
  ENAMETOOLONG: ['unwritable', 'the path is too long. Choose a shorter one']
}

export interface DiskTrouble {
  kind: 'full' | 'unwritable' | 'failed'
  /** What is wrong and what to do, to stand behind a colon; no full stop at its end. */
  text: string
}

export function diskTrouble(cause: unknown): DiskTrouble {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const [kind, text] = TROUBLES[errno] ?? ['failed', `${cause instanceof Error ? cause.message : String(cause)}. Choose another path or look after the disk`]
  return { kind, text }
}
