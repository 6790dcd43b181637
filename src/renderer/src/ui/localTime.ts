const pad = (value: number): string => String(value).padStart(2, '0')

/** What a datetime-local field holds, as a moment in UTC; null where it holds none. */
export function fromLocal(value: string): string | null {
  const date = new Date(value)
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** A moment as a datetime-local field takes it: this machine's time, to the minute. */
export function toLocal(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** The zone that such a field is in, for its label: times are shown in UTC everywhere else. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
