import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveExplanation } from '../../../../../shared/domain/caseComparison'
import { toErrorData, type ErrorData } from '../../../../../shared/errors'
import { useClient } from '../../../client'
import { createLatest, type LatestState } from './latest'

interface Question {
  threshold: number
  enhanced: boolean
  /** Changes with the points and the steps: what was computed before is no longer about these faces. */
  version: string
}

/** The maps, and how they stand to the threshold that is set. */
export interface Live {
  explanation: LiveExplanation | null
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

const NOTHING: LatestState<Question, LiveExplanation> = { wanted: null, shown: null, error: null, latency: 0 }
const isSame = (a: Question, b: Question): boolean => a.threshold === b.threshold && a.enhanced === b.enhanced && a.version === b.version

/** Explains the pair at the threshold that is set, again whenever that moves; the window stays free. @param request null: nothing is to be explained (yet) */
export function useLive(request: LiveRequest | null): Live {
  const client = useClient()
  const [state, setState] = useState(NOTHING)
  const latest = useRef<ReturnType<typeof createLatest<Question, LiveExplanation>>>(null)
  const { comparison, threshold, enhanced, version } = request ?? { comparison: null, threshold: 0, enhanced: false, version: '' }

  useEffect(() => {
    if (comparison === null) return
    const run = ({ threshold, enhanced }: Question, signal: AbortSignal): Promise<LiveExplanation> => client.call('comparison.explain', { id: comparison, threshold, enhanced }, { signal })
    const own = createLatest<Question, LiveExplanation>({ run, onChange: setState, isSame })
    latest.current = own
    return () => {
      own.stop()
      latest.current = null
      setState(NOTHING)
    }
  }, [client, comparison])

  useEffect(() => {
    if (comparison !== null) latest.current?.ask({ threshold, enhanced, version })
  }, [comparison, threshold, enhanced, version])

  const again = useCallback(() => latest.current?.again(), [])
  const question: Question = { threshold, enhanced, version }
  // Of other points or other copies there is nothing to show, not even dimmed: it would lie beside the face.
  const shown = state.shown && state.shown.input.version === version && state.shown.input.enhanced === enhanced ? state.shown : null
  return {
    explanation: shown?.result ?? null,
    current: shown !== null && isSame(shown.input, question),
    wanted: comparison === null ? null : threshold,
    error: state.error === null ? null : toErrorData(state.error),
    latency: state.latency,
    again
  }
}
