import { randomUUID } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { whileUnfinished } from '../interrupt'
import { diskError } from './diskError'

/** Writes a file whole or not at all, replacing one that is there. @throws VidimusError `out.full`, `out.unwritable` (fault) */
export async function writeFileAtomically(path: string, data: Uint8Array): Promise<void> {
  if (await isDevice(path)) return writeFile(path, data).catch((cause: unknown) => Promise.reject(diskError(path, cause)))
  const draft = `${path}.${randomUUID()}.part`
  const mark = whileUnfinished(draft)
  try {
    await writeFile(draft, data)
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw diskError(path, cause)
  } finally {
    mark.done()
  }
}

/** A pipe or a device such as /dev/stdout must be written to, never replaced. */
const isDevice = (path: string): Promise<boolean> => stat(path).then((found) => !found.isFile() && !found.isDirectory(), () => false)
