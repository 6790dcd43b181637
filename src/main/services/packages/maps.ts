import { createHash } from 'node:crypto'
import type { FaceMaps, Run } from '../../../shared/domain/caseComparison'
import type { StoredCase } from '../../../shared/domain/storedCase'
import { VidimusError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { mapsBytes } from '../../reports/package/maps'
import type { Packing } from '../../reports/package/pack'
import { modelChoice } from '../comparisons/modelChoice'
import type { Job } from '../exhibits/importFiles'
import { looking } from '../exhibits/evidenceGuard'
import type { Services } from '../handlers'

type PackedMaps = Packing['maps'][number]

/**
 * The maps of every comparison's last run, computed again: the database holds their hash alone. Where the run's model is not at
 * hand the package says so; photos that were changed end the export.
 * @throws VidimusError `evidence.failed` (input), `job.cancelled`
 */
export async function mapsOf(services: Services, library: Library, stored: StoredCase, job: Job): Promise<PackedMaps[]> {
  const maps: PackedMaps[] = []
  const comparisons = stored.comparisons.filter(({ runs }) => runs.length > 0)
  for (const [done, { number, runs }] of comparisons.entries()) {
    if (job.signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The package was cancelled; nothing of it was kept.')
    job.report({ step: `Computing the maps of C-${number} again`, done, total: comparisons.length })
    maps.push(await mapsOfRun(services, library, stored, `C-${number}`, runs.at(-1)!, job.signal))
  }
  return maps
}

async function mapsOfRun({ engine, settings }: Services, library: Library, { exhibits }: StoredCase, label: string, run: Run, signal: AbortSignal): Promise<PackedMaps> {
  const photoOf = ({ sha256 }: Run['record']['a']) => ({ path: library.evidencePath(sha256), sha256 })
  const photos = { a: photoOf(run.record.a), b: photoOf(run.record.b) }
  const looked = exhibits.filter(({ sha256 }) => sha256 === photos.a.sha256 || sha256 === photos.b.sha256)
  try {
    const compute = () => engine.call('reportFigures', { label, run, photos, choice: modelChoice(settings.get()), folder: null }, { signal, background: true })
    const { shown } = await looking(library, looked, compute)
    return packed(run, shown)
  } catch (error) {
    if (!(error instanceof VidimusError) || error.kind !== 'input' || error.code === 'evidence.failed') throw error
    return { run: run.id, sha256: null, asRecorded: false, missing: error.message, bytes: null }
  }
}

function packed({ id, mapsSha256 }: Run, shown: { a: FaceMaps; b: FaceMaps }): PackedMaps {
  const bytes = mapsBytes(shown)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { run: id, sha256, asRecorded: sha256 === mapsSha256, missing: null, bytes }
}
