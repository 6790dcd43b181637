import type { AuditRow } from '../../../shared/domain/audit'
import { qualityFaults } from './quality'
import { checkPackage, type PackageContents } from '../../reports/package/check'
import { PACKING } from '../../reports/package/logExtract'
import { mapsName } from '../../reports/package/names'
import { openZip, type ZipEntry } from '../../reports/package/zip/readZip'
import type { ReplayModels } from './models'
import { photosOf, type PhotoSource } from './photos'
import type { RecordedRun } from './replayRun'
import { replayAll, stateOf, type Verification, type VerifyWatch } from './verification'

export interface VerifyContext {
  models: ReplayModels
  /** Photos that are not in the package; null: no folder was given. */
  folder: PhotoSource | null
  /** Fingerprints of keys that are trusted. */
  trusted: readonly string[]
}

/** Everything of a package: hashes, log, records, signature, and every run computed again. @throws as `openZip` (input) */
export async function verifyPackage(path: string, { models, folder, trusted }: VerifyContext, watch: VerifyWatch): Promise<Verification> {
  const zip = await openZip(path)
  try {
    const progress = (done: number, total: number): void => watch.report('Verifying the hashes', done, total)
    const check = await checkPackage(zip, trusted, { progress, signal: watch.signal })
    const runs = check.contents === null ? [] : await recordedRuns(check.contents, zip.entries)
    const replays = await replayAll(runs, { models, photos: photosOf(zip.entries, folder) }, watch)
    const faults = [...check.faults, ...(check.contents === null ? [] : qualityFaults(check.contents.stored))]
    const { records, sha256, signature, log } = check
    const unchecked = check.contents === null ? ['The case in it could not be read, so nothing was computed again.'] : unannounced(check.contents.rows)
    const parts = { faults, runs: replays, unchecked, notes: [], signature }
    return { kind: 'package', file: path, sha256, log, logs: [], records: records && { checked: records.checked, differences: records.differences.length, unbound: records.unbound }, ...parts, state: stateOf(parts) }
  } finally {
    zip.close()
  }
}

/** A library that is open for reading can't log that a case is packed. */
const unannounced = (rows: readonly AuditRow[]): string[] =>
  rows.at(-1)?.action === PACKING ? [] : ['The log does not end with the row that counts the case\u2019s rows: records could have been taken out with theirs. It was packed from a library open for reading, or that row was taken out.']

/** The maps that a package holds are those of each comparison's last run. */
async function recordedRuns({ stored }: PackageContents, entries: ReadonlyMap<string, ZipEntry>): Promise<RecordedRun[]> {
  const runs: RecordedRun[] = []
  for (const comparison of stored.comparisons)
    for (const { record, ...run } of comparison.runs) {
      const maps = (await entries.get(mapsName(run.id))?.text()) ?? null
      runs.push({ label: `run ${run.number} of C-${comparison.number}`, record, run, maps, arguments: null, regions: null })
    }
  return runs
}
