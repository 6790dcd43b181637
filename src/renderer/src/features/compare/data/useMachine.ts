import { useState } from 'react'
import type { ComparisonRow, Run, RunSummary } from '../../../../../shared/domain/caseComparison'
import type { ExplainerId } from '../../../../../shared/domain/explainers'
import { pointsOf } from '../../../../../shared/domain/markedFace'
import type { ModelEntry } from '../../../../../shared/domain/model'
import { useCall, useJob, type JobState } from '../../../client'
import { useLive, type Live } from '../live/useLive'
import { isSameThreshold } from '../result/verdict'
import { SIDES, type Side } from '../viewer/layers'
import type { SideData } from './useSide'

/** What the machine says, and what it is asked. */
export interface Machine {
  /** The kept run whose numbers are shown; undefined before the first. */
  run: Run | undefined
  runError: Error | null
  /** Undefined where the run's model is one of the user's own. */
  model: ModelEntry | undefined
  /** The threshold that is set; null before the first run. */
  threshold: number | null
  setThreshold: (threshold: number) => void
  live: Live
  /** The threshold that is being computed, and the one that the maps belong to; null while the maps are current. */
  computing: { wanted: number; shown: number | null } | null
  /** The points of a face are others than the run's. */
  moved: boolean
  job: JobState<'comparison.run'>
  /** Scores the pair at the threshold that is set and keeps the run. */
  keep: () => void
  cancel: () => void
  /** Null: the last one. */
  show: (run: RunSummary | null) => void
}

interface MachineRequest {
  row: ComparisonRow
  sides: Record<Side, SideData | null>
  enhanced: boolean
  explainer: ExplainerId
  /** Changes with the steps of the enhanced copies. */
  steps: string
}

/** The kept run on the screen, the threshold that is set, and the explanation at that threshold. */
export function useMachine({ row, sides, enhanced, explainer, steps }: MachineRequest): Machine {
  const [chosen, setChosen] = useState<string | null>(null)
  const [set, setThreshold] = useState<number | null>(null)
  const id = chosen ?? row.run?.id ?? null
  const { data: run, error: runError } = useCall('run.get', { id: id ?? '' }, { enabled: id !== null, keepPrevious: true })
  const { data: manifest } = useCall('model.list', {})
  const model = manifest?.models.find(({ sha256 }) => sha256 === run?.modelSha256)
  const threshold = set ?? run?.threshold ?? null

  const { a, b } = sides
  const version = a && b ? JSON.stringify([pointsOf(a.face), pointsOf(b.face), enhanced ? steps : '']) : null
  const live = useLive(threshold === null || version === null ? null : { comparison: row.id, threshold, enhanced, explainer, version })
  const { current: job, start, cancel } = useJob('comparison.run', { title: `Comparison C-${row.number}` })
  const show = (summary: RunSummary | null): void => {
    setChosen(summary?.id ?? null)
    setThreshold(null)
  }
  const keep = (): void => {
    const calibrated = model?.calibration?.threshold
    const own = threshold === null || (calibrated !== undefined && isSameThreshold(threshold, calibrated)) ? null : threshold
    void start({ id: row.id, threshold: own }).then(kept => kept && show(null))
  }
  const computing = threshold === null || live.current || live.error !== null ? null : { wanted: threshold, shown: live.explanation?.threshold ?? null }
  return { run: id === null ? undefined : run, runError, model, threshold, setThreshold, live, computing, moved: run !== undefined && isMoved(run, sides), job, keep, cancel, show }
}

/** Whether a face lies elsewhere in its photo than when the run was made. */
function isMoved({ record }: Run, sides: Record<Side, SideData | null>): boolean {
  return SIDES.some(side => {
    const [before, now] = [record[side].alignment, sides[side]?.pictures.toCrop]
    return before !== null && now !== undefined && before.some((value, i) => Math.abs(value - now[i]!) > 1e-6 * Math.max(1, Math.abs(value)))
  })
}
