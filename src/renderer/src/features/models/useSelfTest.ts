import { useRef, useState } from 'react'
import type { SelfTestProgress, SelfTestResult } from '../../../../shared/domain/selfTest'
import { toErrorData, type ErrorData } from '../../../../shared/errors'
import { useClient } from '../../client'

export type SelfTestState =
  | { state: 'idle'; cancelled: boolean }
  | { state: 'running'; progress: SelfTestProgress | null }
  | { state: 'done'; result: SelfTestResult }
  | { state: 'failed'; error: ErrorData }

interface SelfTestControl {
  current: SelfTestState
  start: () => void
  cancel: () => void
}

/** Runs the engine's self-test, one at a time. */
export function useSelfTest(): SelfTestControl {
  const client = useClient()
  const [current, setCurrent] = useState<SelfTestState>({ state: 'idle', cancelled: false })
  const controller = useRef<AbortController>(null)

  const start = (): void => {
    controller.current = new AbortController()
    setCurrent({ state: 'running', progress: null })
    client
      .call('engine.selfTest', {}, { signal: controller.current.signal, onProgress: progress => setCurrent({ state: 'running', progress }) })
      .then(result => setCurrent({ state: 'done', result }))
      .catch((cause: unknown) => {
        const error = toErrorData(cause)
        setCurrent(error.kind === 'cancelled' ? { state: 'idle', cancelled: true } : { state: 'failed', error })
      })
  }
  return { current, start, cancel: () => controller.current?.abort() }
}
