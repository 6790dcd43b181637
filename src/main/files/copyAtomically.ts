import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'

/**
 * Copies a file whole or not at all: beside its place, flushed to disk, then renamed. Throws what the file system throws.
 * @param replace false: EEXIST where a file is there already
 */
export async function copyAtomically(from: string, to: string, replace: boolean): Promise<void> {
  const draft = `${to}.${randomUUID()}.part`
  try {
    await copyFile(from, draft)
    await flush(draft)
    await (replace ? rename(draft, to) : nameOnce(draft, to))
  } finally {
    await rm(draft, { force: true })
  }
}

/** A link, unlike a rename, never writes over; disks that know none, such as exFAT, say so in several ways. */
async function nameOnce(draft: string, to: string): Promise<void> {
  try {
    await link(draft, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || existsSync(to)) throw Object.assign(new Error(`${to} is there`), { code: 'EEXIST' })
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error
    await rename(draft, to)
  }
}

/** A copy of a read-only file is read-only: what a person saves is theirs to change. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.chmod(0o644)
    await file.sync()
  } finally {
    await file.close()
  }
}
