import { createContext, useContext, useEffect, useState } from 'react'
import { toErrorData, type ErrorData } from '../../shared/errors'
import type { Client } from '../../shared/ipc/client'
import type { CallInput, CallName, Output } from '../../shared/ipc/contract'

export const ClientContext = createContext<Client | null>(null)

/** The program, as this window may call it. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient is called outside ClientContext')
  return client
}

export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: ErrorData }

/** The result of a call, asked for when the component appears and again when the input changes. */
export function useLoaded<N extends CallName>(name: N, input: CallInput<N>): Loaded<Output<N>> {
  const client = useClient()
  const [loaded, setLoaded] = useState<Loaded<Output<N>>>({ state: 'loading' })
  const key = JSON.stringify(input)
  useEffect(() => {
    let current = true
    client
      .call(name, JSON.parse(key) as CallInput<N>)
      .then(value => current && setLoaded({ state: 'ready', value }))
      .catch((error: unknown) => current && setLoaded({ state: 'failed', error: toErrorData(error) }))
    return () => void (current = false)
  }, [client, name, key])
  return loaded
}
