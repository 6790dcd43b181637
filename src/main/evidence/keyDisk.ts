/** Where a laboratory's key lies on disk and how it gets there: whole or not at all, for this user alone. */
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VidimusError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'

export const keyPath = (folder: string): string => join(folder, 'laboratory-key.json')
export const retiredPath = (folder: string): string => join(folder, 'retired-keys.json')

/** Keeps a damaged key file beside, under another name. @throws VidimusError `disk.*` (fault) */
export function putAside(folder: string): void {
  writing(folder, () => renameSync(keyPath(folder), `${keyPath(folder)}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`))
}

/** @throws VidimusError `key.unreadable` (fault) */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new VidimusError('fault', 'key.unreadable', `"${path}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. See that this user may read it, or set VIDIMUS_HOME to a folder of yours.`, { cause })
  }
}

/** Writes the key file unless there is one: false where another process made one meanwhile. @throws VidimusError `disk.*` (fault) */
export const place = (folder: string, text: string): boolean =>
  writing(folder, () => {
    mkdirSync(folder, { recursive: true })
    const draft = `${keyPath(folder)}.${randomUUID()}.part`
    try {
      writeSecret(draft, text)
      if (!nameAs(draft, keyPath(folder))) return false
      syncFolder(folder)
      return true
    } finally {
      rmSync(draft, { force: true })
    }
  })

function writeSecret(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What disks say that know no links, such as exFAT. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** A link, unlike a rename, never writes over. */
function nameAs(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (!LINKLESS.has(code ?? '')) throw error
    renameSync(draft, path)
  }
  return true
}

/** What makes a new name last through a power cut; not every system lets a folder be opened. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function writing<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const { kind, text } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${kind}`, `The laboratory's key could not be written in "${folder}": ${text}.`, { cause })
  }
}
