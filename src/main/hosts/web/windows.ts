/** A window that reloads or loses its connection for a moment is not gone yet. */
const GRACE_MS = 60_000

/** Which windows are open, by the name each gave itself; tells when one has gone for good. */
export class Windows {
  readonly #open = new Map<string, number>()
  readonly #leaving = new Map<string, NodeJS.Timeout>()

  constructor(
    private readonly onGone: (window: string) => void,
    private readonly graceMs = GRACE_MS
  ) {}

  has(window: string): boolean {
    return this.#open.has(window) || this.#leaving.has(window)
  }

  enter(window: string): void {
    clearTimeout(this.#leaving.get(window))
    this.#leaving.delete(window)
    this.#open.set(window, (this.#open.get(window) ?? 0) + 1)
  }

  leave(window: string): void {
    const left = (this.#open.get(window) ?? 1) - 1
    if (left > 0) return void this.#open.set(window, left)
    this.#open.delete(window)
    const gone = setTimeout(() => {
      this.#leaving.delete(window)
      this.onGone(window)
    }, this.graceMs)
    this.#leaving.set(window, gone.unref())
  }
}
