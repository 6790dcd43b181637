/** How figures, times and names are written on screen: the same everywhere. */

/** A moment as the log and the reports have it, its zone named: 2025-03-04 14:02 UTC. */
export const dateTime = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Decimal units, as file managers and disk makers count. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} bytes`
  const unit = size < 1e6 ? 1 : size < 1e9 ? 2 : 3
  return `${(size / 1000 ** unit).toFixed(1)} ${['', 'kB', 'MB', 'GB'][unit]}`
}

/** A cosine or a threshold, always four decimals. */
export const score = (value: number): string => value.toFixed(4)

export const count = (number: number, noun: string, plural = `${noun}s`): string => `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`

/** The beginning of a hash, for the eye; it is copied whole. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12)

/** Hexadecimal in groups of four, for eye and voice. */
export const inGroups = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? ''
