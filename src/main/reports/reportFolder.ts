/**
 * A report's files in the library: reports/<id>/, read-only, whole or not at all. A folder without a row in the database
 * is what a crash left, and nothing lists it.
 */
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { VidimusError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'

const MAKING = '.making-'

/**
 * Has a report's files written to a draft, flushes them to the disk and gives the folder its name.
 * @param reports the library's folder of reports
 * @param write is given the draft's folder; what it throws ends this with nothing left
 * @throws VidimusError `disk.full`, `disk.unwritable`, `disk.failed` (fault), and what `write` throws
 */
export async function makeReportFolder<T>(reports: string, id: string, write: (folder: string) => Promise<T>): Promise<T> {
  const draft = join(reports, `${MAKING}${id}`)
  try {
    await mkdir(draft, { recursive: true })
    const made = await write(draft)
    for (const name of await readdir(draft)) await keepForGood(join(draft, name))
    await flush(draft)
    await rename(draft, join(reports, id))
    await flush(reports)
    return made
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw inWords(reports, cause)
  }
}

export const removeReportFolder = (reports: string, id: string): Promise<void> => rm(join(reports, id), { recursive: true, force: true })

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Deletes what crashes left: unfinished folders, and those that no row names. @param isKept also says yes to those being made now */
export async function sweepReportFolders(reports: string, isKept: (id: string) => boolean): Promise<void> {
  if (!existsSync(reports)) return
  const idOf = (name: string): string => (name.startsWith(MAKING) ? name.slice(MAKING.length) : name)
  // Asked anew for each: a package may put a report here while another folder goes.
  for (const name of readdirSync(reports)) if (UUID.test(idOf(name)) && !isKept(idOf(name))) await rm(join(reports, name), { recursive: true, force: true })
}

async function keepForGood(path: string): Promise<void> {
  await chmod(path, 0o444)
  await flush(path)
}

/** What makes it last through a power cut; not every system lets a folder be opened. */
async function flush(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function inWords(reports: string, cause: unknown): unknown {
  if (cause instanceof VidimusError || !(cause instanceof Error && 'code' in cause)) return cause
  const { kind, text } = diskTrouble(cause)
  return new VidimusError('fault', `disk.${kind}`, `The report could not be written to "${reports}": ${text}. Nothing of it was kept.`, { cause })
}
