import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveExplanation } from '../../../../../shared/domain/caseComparison'
import type { WorkProgress } from '../../../../../shared/domain/common'
import type { ExplainerId } from '../../../../../shared/domain/explainers'
import { toErrorData, type ErrorData } from '../../../../../shared/errors'
import { useClient } from '../../../client'
import { createLatest, type LatestState } from './latest'

interface Question {
  threshold: number
  enhanced: boolean
  explainer: ExplainerId
  /** Changes with the points and the steps: what was computed before is no longer about these faces. */
  version: string
}

/** The maps, and how they stand to the threshold that is set. */
export interface Live {
  /** By the explainer asked for: another's maps are never shown in its place. */
  explanation: LiveExplanation | null
  /** a_n = e1_n e2_n of these faces, which no explainer changes. */
  arguments: Float32Array | null
  /** How far a long explanation is; null before it tells. */
  progress: WorkProgress | null
  /** The explanation answers exactly what is wanted now. */
  current: boolean
  /** The threshold wanted. */
  wanted: number | null
  error: ErrorData | null
  /** Milliseconds that the last answer took. */
  latency: number
  again: () => void
}

interface LiveRequest extends Question {
  comparison: string
}

/** Opening the model and explaining are steps too quick to tell of; forward passes are many. */
const STEPS = 2
const NO_REQUEST = { comparison: null, threshold: 0, enhanced: false, explainer: 'xssab', version: '' } as const
const NOTHING: LatestState<Question, LiveExplanation> = { wanted: null, shown: null, error: null, latency: 0 }
const isSame = (a: Question, b: Question): boolean => a.threshold === b.threshold && a.explainer === b.explainer && isSameFaces(a, b)
const isSameFaces = (a: Question, b: Question): boolean => a.enhanced === b.enhanced && a.version === b.version

/** Explains the pair at the threshold that is set, again whenever that moves; the window stays free. @param request null: nothing is to be explained (yet) */
export function useLive(request: LiveRequest | null): Live {
  const client = useClient()
  const [state, setState] = useState(NOTHING)
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  const latest = useRef<ReturnType<typeof createLatest<Question, LiveExplanation>>>(null)
  const { comparison, threshold, enhanced, explainer, version } = request ?? NO_REQUEST

  useEffect(() => {
    if (comparison === null) return
    const run = ({ threshold, enhanced, explainer }: Question, signal: AbortSignal): Promise<LiveExplanation> => {
      setProgress(null)
      return client.call('comparison.explain', { id: comparison, threshold, enhanced, explainer }, { signal, onProgress: passes => passes.total > STEPS && setProgress(passes) })
    }
    const own = createLatest<Question, LiveExplanation>({ run, onChange: setState, isSame })
    latest.current = own
    return () => {
      own.stop()
      latest.current = null
      setState(NOTHING)
    }
  }, [client, comparison])

  useEffect(() => {
    if (comparison !== null) latest.current?.ask({ threshold, enhanced, explainer, version })
  }, [comparison, threshold, enhanced, explainer, version])

  const again = useCallback(() => latest.current?.again(), [])
  const question: Question = { threshold, enhanced, explainer, version }
  // Of other points or other copies there is nothing to show, not even dimmed: it would lie beside the face.
  const ofFaces = state.shown && isSameFaces(state.shown.input, question) ? state.shown : null
  const shown = ofFaces?.input.explainer === explainer ? ofFaces : null
  return {
    explanation: shown?.result ?? null,
    arguments: ofFaces?.result.arguments ?? null,
    progress,
    current: shown !== null && isSame(shown.input, question),
    wanted: comparison === null ? null : threshold,
    error: state.error === null ? null : toErrorData(state.error),
    latency: state.latency,
    again
  }
}
