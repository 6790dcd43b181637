import { rmSync } from 'node:fs'

/**
 * What Ctrl-C leaves behind: nothing. Unfinished files and folders are entered here while they exist; an interrupt
 * removes them at once and ends the program, because a native computation can't be asked to stop.
 */
const unfinished = new Set<string>()
let left = 'nothing was left behind.'

/** For commands that keep finished work: what an interrupted one leaves, as the end of "Stopped; ...". */
export function sayOnInterrupt(words: string): void {
  left = words
}

export function whileUnfinished(path: string): { done(): void } {
  unfinished.add(path)
  return { done: () => void unfinished.delete(path) }
}

/** @param tell called with what is left behind, once before the program ends with 130 */
export function endOnInterrupt(tell: (left: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    // Not once: a second signal, from the terminal and from a parent, must not end the program amid its clearing up.
    process.on(signal, () => {
      for (const path of unfinished) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
      tell(left)
      process.exit(130)
    })
}
