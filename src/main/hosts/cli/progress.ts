/** One line on the terminal, beside what a call prints, that says what is going on; silent where nobody looks at it. */
export class Progress {
  private readonly shown: boolean
  private readonly started = performance.now()
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
    this.report(`${stage}: ${done} of ${total}${fresh > 0 && done < total ? `, about ${inTime(left / 1000)} left` : ''}`)
  }

  clear(): void {
    if (this.shown) process.stderr.write('\r\x1b[K')
  }
}

const inTime = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`)
