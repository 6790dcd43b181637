import type { OpenLibrary } from '../../../shared/domain/library'
import { useCall } from '../client'

/** The library that is open; null where none is, undefined while it is not known yet. */
export function useLibrary(): OpenLibrary | null | undefined {
  const { data } = useCall('library.status', {})
  return data?.open
}

/** Whether nothing can be changed here: what would change something is disabled, and says so. */
export const useReadOnly = (): boolean => useLibrary()?.mode === 'read'
