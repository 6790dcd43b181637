/** One line on the terminal, beside what a call prints, that says what is going on; where it is no terminal, a plain line a minute of what is counted. */
export class Progress {
  private readonly shown: boolean
  private readonly started = performance.now()
  private told = performance.now()
  private counted: { stage: string; done: number; at: number } | undefined

  constructor() {
    this.shown = process.stderr.isTTY
  }

  readonly report = (stage: string): void => {
    if (this.shown) process.stderr.write(`\r\x1b[K${((performance.now() - this.started) / 1000).toFixed(1)} s  ${stage} ...`)
  }

  readonly count = (done: number, total: number): void => this.countStage('Working', done, total)

  /** With the time left, judged by what this run did of the stage; pairs taken over from an earlier run cost nothing. */
  readonly countStage = (stage: string, done: number, total: number): void => {
    if (this.counted?.stage !== stage) this.counted = { stage, done, at: performance.now() }
    const fresh = done - this.counted.done
    const left = ((performance.now() - this.counted.at) / fresh) * (total - done)
    const words = `${stage}: ${done} of ${total}${fresh > 0 && done < total ? `, about ${inTime(left / 1000)} left` : ''}`
    this.report(words)
    if (!this.shown && performance.now() - this.told > A_MINUTE) {
      this.told = performance.now()
      process.stderr.write(`${words}\n`)
    }
  }

  clear(): void {
    if (this.shown) process.stderr.write('\r\x1b[K')
  }
}

const A_MINUTE = 60_000

const inTime = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`)
