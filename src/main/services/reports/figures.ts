import type { Run } from '../../../shared/domain/caseComparison'
import type { Exhibit } from '../../../shared/domain/exhibit'
import type { Settings } from '../../../shared/domain/settings'
import { VidimusError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { modelChoice } from '../comparisons/modelChoice'
import type { Engine } from '../engine'
import type { ReportFigures } from '../engineWork/types'
import { looking } from '../exhibits/evidenceGuard'

export interface FiguresOf {
  /** "C-1". */
  label: string
  run: Run
  a: Exhibit
  b: Exhibit
  /** Where the pictures are written; null computes without drawing. */
  folder: string | null
}

/** A run computed again, or in words why it could not be. */
export type Recomputed = { figures: ReportFigures } | { missing: string }

/**
 * Computes a run again from its record, on the kind of device that it ran on where that is this processor.
 * @throws VidimusError `evidence.failed` (input), `job.cancelled`, and faults of the engine
 */
export async function recompute(library: Library, engine: Engine, settings: Settings, { label, run, a, b, folder }: FiguresOf, signal: AbortSignal): Promise<Recomputed> {
  const choice = modelChoice(run.record.device.used === 'cpu' ? { ...settings, device: 'cpu' } : settings)
  const photoOf = ({ sha256 }: Exhibit) => ({ path: library.evidencePath(sha256), sha256 })
  const photos = { a: photoOf(a), b: photoOf(b) }
  try {
    return { figures: await looking(library, [a, b], () => engine.call('reportFigures', { label, run, photos, choice, folder }, { signal, background: true })) }
  } catch (error) {
    if (error instanceof VidimusError && (error.code === 'report.model' || error.code.startsWith('model.'))) return { missing: error.message }
    throw error
  }
}
