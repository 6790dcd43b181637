import type { OpenLibrary } from '../../../shared/domain/library'
import { useCall } from '../client'

/** The library that is open; null where none is, undefined while it is not known yet. */
export function useLibrary(): OpenLibrary | null | undefined {
  const { data } = useCall('library.status', {})
  return data?.open
}
