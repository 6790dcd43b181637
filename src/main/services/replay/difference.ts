/** Largest difference that another processor's rounding may make: of scores and arguments as they are, of maps relative to their largest value. */
export const TOLERANCE = 1e-4

export type ReplayState = 'identical' | 'equal' | 'differs' | 'incomplete'

/** One kind of value of a run, as recorded against as computed now. */
export interface Finding {
  what: string
  state: ReplayState
  /** Largest difference, in the unit of the tolerance; null where it is no matter of size. */
  by: number | null
  message: string
}

const ORDER: readonly ReplayState[] = ['identical', 'equal', 'incomplete', 'differs']

/** The worst of several. */
export const worst = (states: readonly ReplayState[]): ReplayState => states.reduce<ReplayState>((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'identical')

export interface NumbersCompared {
  what: string
  recorded: ArrayLike<number>
  now: ArrayLike<number>
  /** What differences are divided by. */
  scale?: number
  /** More than the usual tolerance, where one rounding moves more than itself. */
  slack?: number
}

/** Numbers against numbers of the same order. */
export function compareNumbers({ what, recorded, now, scale = 1, slack = 0 }: NumbersCompared): Finding {
  if (recorded.length !== now.length) return { what, state: 'differs', by: null, message: `${what}: ${recorded.length} values are recorded, and ${now.length} computed` }
  let by = 0
  let at = 0
  for (let i = 0; i < now.length; i++) {
    const difference = Math.abs(recorded[i]! - now[i]!) / (scale || 1)
    if (!(difference <= by)) [by, at] = [difference, i]
  }
  if (by === 0) return { what, state: 'identical', by, message: `${what}: identical` }
  const where = now.length > 1 ? ` (value ${at + 1} of ${now.length})` : ''
  const values = `${recorded[at]} is recorded, ${now[at]} computed${where}`
  if (by <= TOLERANCE + slack) return { what, state: 'equal', by, message: `${what}: equal within ${by.toExponential(1)}; ${values}` }
  const amount = scale === 1 ? by.toExponential(1) : `${by.toExponential(1)} of the largest value`
  return { what, state: 'differs', by: Number.isNaN(by) ? null : by, message: `${what}: ${values}${Number.isNaN(by) ? '' : `; the difference is ${amount}`}` }
}

/** Anything that is either the same or not. */
export function compareExactly(what: string, recorded: unknown, now: unknown): Finding {
  const [a, b] = [text(recorded), text(now)]
  return a === b ? { what, state: 'identical', by: null, message: `${what}: identical` } : { what, state: 'differs', by: null, message: `${what}: ${short(a)} is recorded, and it is ${short(b)}` }
}

const text = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(sorted(value)) ?? 'nothing'))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]))
}

const short = (value: string): string => (value.length > 300 ? `${value.slice(0, 300)}...` : value)
