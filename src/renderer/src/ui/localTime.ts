import { dateTime } from './format'

/** What a datetime-local field holds, as a moment in UTC; null where it holds none. */
export function fromLocal(value: string): string | null {
  const date = new Date(value)
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** A moment as a datetime-local field takes it. */
export const toLocal = (iso: string | null): string => (iso === null ? '' : dateTime(iso).replace(' ', 'T'))
