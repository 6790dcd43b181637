/** What the user wants and what there is. */
export interface LatestState<I, R> {
  /** The last thing asked for; null before the first. */
  wanted: I | null
  /** The last result, and what it answers: current only while that is what is wanted. */
  shown: { input: I; result: R } | null
  /** What went wrong with the thing wanted; null where nothing did. */
  error: unknown
  /** How long the last answer took, milliseconds; 0 before the first. */
  latency: number
}

interface LatestOptions<I, R> {
  run: (input: I, signal: AbortSignal) => Promise<R>
  onChange: (state: LatestState<I, R>) => void
  isSame: (a: I, b: I) => boolean
}

interface Latest<I> {
  /** Answers this in place of whatever was asked for before. */
  ask: (input: I) => void
  /** Answers the last thing asked for once more, after an error. */
  again: () => void
  /** Nothing more comes after this. */
  stop: () => void
}

/** An answer that takes longer than this is not awaited once it is outdated: it is aborted. */
export const PATIENCE_MS = 250
/** Longest pause before a slow answer is asked for, so that a moving slider does not start one at every step. */
const LONGEST_PAUSE_MS = 300

/**
 * Answers the latest question alone: one runs, at most one waits, everything between is dropped. Quick answers may
 * finish although the question has moved on, so that a drag shows something; slow ones are aborted.
 */
export function createLatest<I, R>({ run, onChange, isSame }: LatestOptions<I, R>): Latest<I> {
  let state: LatestState<I, R> = { wanted: null, shown: null, error: null, latency: 0 }
  let running: { input: I; begun: number; controller: AbortController } | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  let impatience: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const set = (patch: Partial<LatestState<I, R>>): void => {
    state = { ...state, ...patch }
    if (!stopped) onChange(state)
  }
  const isWanted = (input: I): boolean => state.wanted !== null && isSame(input, state.wanted)
  const isSettled = (): boolean => state.wanted === null || state.error !== null || (state.shown !== null && isWanted(state.shown.input))

  const schedule = (): void => {
    clearTimeout(pause)
    if (!stopped && running === null && !isSettled()) pause = setTimeout(() => void begin(), pauseFor(state.latency))
  }
  const hurry = (): void => {
    clearTimeout(impatience)
    if (running === null || isWanted(running.input)) return
    const { begun, controller } = running
    if (state.latency > PATIENCE_MS) return controller.abort()
    impatience = setTimeout(() => controller.abort(), Math.max(0, begun + PATIENCE_MS - Date.now()))
  }

  async function begin(): Promise<void> {
    if (state.wanted === null || running !== null) return
    const { input, begun, controller } = (running = { input: state.wanted, begun: Date.now(), controller: new AbortController() })
    try {
      const result = await run(input, controller.signal)
      set({ shown: { input, result }, latency: Date.now() - begun })
    } catch (error) {
      if (!controller.signal.aborted && isWanted(input)) set({ error })
    } finally {
      clearTimeout(impatience)
      running = null
      schedule()
    }
  }

  return {
    ask: input => {
      if (isWanted(input)) return
      set({ wanted: input, error: null })
      hurry()
      schedule()
    },
    again: () => {
      set({ error: null })
      schedule()
    },
    stop: () => {
      stopped = true
      clearTimeout(pause)
      clearTimeout(impatience)
      running?.controller.abort()
    }
  }
}

/** Quick answers start at once; slow ones wait until the question stands still for a while. */
const pauseFor = (latency: number): number => (latency <= PATIENCE_MS ? 0 : Math.min(LONGEST_PAUSE_MS, latency / 2))
