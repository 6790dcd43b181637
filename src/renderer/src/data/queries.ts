import { QueryClient } from '@tanstack/react-query'
import type { LibraryChange } from '../../../shared/domain/library'
import type { Client } from '../../../shared/ipc/client'
import { isConcerned } from './changes'

/** Changes come in swarms while files are imported: what is shown is asked for again this often at most. */
const QUIET_MS = 250

/**
 * What was asked and answered. Nothing goes stale by age: the library says what changed. There is no network, so
 * whether the machine is online says nothing.
 */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 120_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always' }
    }
  })

/** Asks again for what a change concerns. @returns a function that stops listening */
export function followChanges(client: Client, queries: QueryClient): () => void {
  let pending: LibraryChange[] = []
  const flush = (): void => {
    const changes = pending
    pending = []
    void queries.invalidateQueries({ predicate: ({ queryKey }) => changes.some(change => isConcerned(queryKey, change)) })
  }
  return client.on('library.changed', change => {
    if (pending.length === 0) setTimeout(flush, QUIET_MS)
    if (!pending.some(({ kind, case: id }) => kind === change.kind && id === change.case)) pending.push(change)
  })
}
