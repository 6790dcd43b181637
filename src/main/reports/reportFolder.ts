/**
 * A report's files in the library: reports/<id>/, read-only, whole or not at all. A folder without a row in the database
 * is what a crash left, and nothing lists it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportRow } from '../../shared/domain/report'
import { VidimusError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'

/** One file of a report, by its bare name. */
export interface ReportFile {
  name: string
  bytes: Uint8Array
}

export const PDF_FILE = 'report.pdf'
export const JSON_FILE = 'report.json'
export const HASHES_FILE = 'report.sha256'

const MAKING = '.making-'

export const describeFile = ({ name, bytes }: ReportFile): ReportRow['files'][number] => ({ name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })

/** What `sha256sum -c` reads: hash, two spaces, name. */
export const hashesFile = (files: readonly ReportFile[], name = HASHES_FILE): ReportFile => ({
  name,
  bytes: Buffer.from(files.map(describeFile).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
})

/**
 * Writes all files of a report, flushed to disk before the folder gets its name.
 * @param reports the library's folder of reports
 * @throws VidimusError `disk.full`, `disk.unwritable`, `disk.failed` (fault); nothing is left then
 */
export async function writeReportFolder(reports: string, id: string, files: readonly ReportFile[]): Promise<void> {
  const draft = join(reports, `${MAKING}${id}`)
  try {
    await mkdir(draft, { recursive: true })
    for (const { name, bytes } of files) await writeForGood(join(draft, name), bytes)
    await flushFolder(draft)
    await rename(draft, join(reports, id))
    await flushFolder(reports)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    const { kind, text } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${kind}`, `The report could not be written to "${reports}": ${text}. Nothing of it was kept.`, { cause })
  }
}

export const removeReportFolder = (reports: string, id: string): Promise<void> => rm(join(reports, id), { recursive: true, force: true })

/** Deletes what crashes left: unfinished folders, and those that no row names. To be called while no report is being made. */
export async function sweepReportFolders(reports: string, isKnown: (id: string) => boolean): Promise<void> {
  if (!existsSync(reports)) return
  const left = readdirSync(reports).filter(name => name.startsWith(MAKING) || (UUID.test(name) && !isKnown(name)))
  for (const name of left) await rm(join(reports, name), { recursive: true, force: true })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function writeForGood(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o444)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What makes a rename last through a power cut; not every system lets a folder be opened. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
