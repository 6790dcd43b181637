import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { WorkProgress } from '../../shared/domain/common'
import { VidimusError, toErrorData, type ErrorData } from '../../shared/errors'
import type { CallOptions, Client } from '../../shared/ipc/client'
import type { CallInput, CallName, Output, Progress } from '../../shared/ipc/contract'
import type { Job, JobStore } from './data/jobs'

export const ClientContext = createContext<Client | null>(null)
export const JobsContext = createContext<JobStore | null>(null)
/** Grows when the host is reached again after it was away: whatever it held for this window is gone then. */
export const ConnectionContext = createContext(0)

/** The program, as this window may call it. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient is called outside ClientContext')
  return client
}

/** Where long work that is more than one call is shown, e.g. an import. */
export function useJobStore(): JobStore {
  const store = useContext(JobsContext)
  if (!store) throw new Error('useJob is called outside JobsContext')
  return store
}

/** Whatever goes wrong becomes a VidimusError, so that every screen can say it in words. */
async function ask<N extends CallName>(client: Client, name: N, input: CallInput<N>, options?: CallOptions<N>): Promise<Output<N>> {
  try {
    return await client.call(name, input, options)
  } catch (cause) {
    const { kind, code, message, detail } = toErrorData(cause)
    throw cause instanceof VidimusError ? cause : new VidimusError(kind, code, message, { detail, cause })
  }
}

interface CallSettings {
  /** False: do not ask (yet). */
  enabled?: boolean
  /** Shows the answer to the question before while a new one is on its way, e.g. the page before. */
  keepPrevious?: boolean
}

/**
 * The answer to a question, asked when the component appears and again whenever the library changes in what it is
 * about (`data/changes.ts`). `data`, `error` (a VidimusError) and `isPending` as react-query has them.
 */
export function useCall<N extends CallName>(name: N, input: CallInput<N>, { enabled = true, keepPrevious = false }: CallSettings = {}): UseQueryResult<Output<N>, VidimusError> {
  const client = useClient()
  return useQuery<Output<N>, VidimusError>({
    queryKey: [name, input],
    queryFn: () => ask(client, name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: (before: Output<N> | undefined) => before as never } : {})
  })
}

interface ActSettings {
  /** Codes of the errors that the caller shows itself, or all; the others become a notification. */
  handles?: readonly string[] | 'all'
}

/** An act that changes something: `mutate(input)` or `await mutateAsync(input)`. Errors are notified. */
export function useAct<N extends CallName>(name: N, { handles = [] }: ActSettings = {}): UseMutationResult<Output<N>, VidimusError, CallInput<N>> {
  const client = useClient()
  return useMutation<Output<N>, VidimusError, CallInput<N>>({
    mutationFn: input => ask(client, name, input),
    onError: error => {
      if (handles !== 'all' && !handles.includes(error.code)) notifyError(error)
    }
  })
}

/** Says an error in a corner of the window, until it is closed. */
export function notifyError({ message, code }: ErrorData, title?: string): void {
  notifications.show({ color: 'red', title: title ?? 'That did not work', message: `${message} (${code})`, autoClose: false, role: 'alert' })
}

/** The jobs of this window that run. */
export function useJobs(): readonly Job[] {
  const store = useJobStore()
  return useSyncExternalStore(store.watch, store.list)
}

export type JobState<N extends CallName> =
  | { state: 'idle' | 'cancelled' }
  | { state: 'running'; progress: Progress<N> | null }
  | { state: 'done'; result: Output<N> }
  | { state: 'failed'; error: ErrorData }

interface JobControl<N extends CallName> {
  current: JobState<N>
  /** Starts it, stopping the one before. Gives the result, or undefined where it failed, was cancelled or overtaken. */
  start: (input: CallInput<N>) => Promise<Output<N> | undefined>
  cancel: () => void
  /** Forgets how the last one ended. */
  reset: () => void
}

interface JobSettings {
  /** What the header calls it, e.g. "Import of 12 photos"; without a title the header does not show it. */
  title?: string
}

/** Work that is over sooner is not worth a sign in the header. */
const SHOWN_AFTER_MS = 400

/** Long work with progress and cancel. It goes on when the component goes away, and the header shows it. */
export function useJob<N extends CallName>(name: N, { title }: JobSettings = {}): JobControl<N> {
  const client = useClient()
  const store = useJobStore()
  const [current, setCurrent] = useState<JobState<N>>({ state: 'idle' })
  const controller = useRef<AbortController>(null)
  const seen = useRef(true)
  useEffect(() => {
    seen.current = true
    return () => void (seen.current = false)
  }, [])

  const start = useCallback(
    async (input: CallInput<N>): Promise<Output<N> | undefined> => {
      controller.current?.abort()
      const own = new AbortController()
      controller.current = own
      const show = (state: JobState<N>): void => void (controller.current === own && setCurrent(state))
      const shown = title === undefined ? null : store.add({ title, cancel: () => own.abort() }, SHOWN_AFTER_MS)
      show({ state: 'running', progress: null })
      const onProgress = (progress: Progress<N>): void => {
        shown?.report(progress as WorkProgress)
        show({ state: 'running', progress })
      }
      try {
        const result = await ask(client, name, input, { signal: own.signal, onProgress })
        show({ state: 'done', result })
        return controller.current === own ? result : undefined
      } catch (cause) {
        const error = toErrorData(cause)
        show(error.kind === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error })
        // Whoever started it may have left its screen meanwhile.
        if (!seen.current && error.kind !== 'cancelled') notifyError(error, title)
        return undefined
      } finally {
        shown?.end()
      }
    },
    [client, store, name, title]
  )
  const cancel = useCallback(() => controller.current?.abort(), [])
  const reset = useCallback(() => setCurrent({ state: 'idle' }), [])
  return { current, start, cancel, reset }
}
