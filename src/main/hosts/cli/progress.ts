/** One line on the terminal that says what is going on; silent where nobody looks at it. */
export class Progress {
  private readonly shown: boolean
  private readonly started = performance.now()

  constructor(json: boolean) {
    this.shown = !json && process.stderr.isTTY
  }

  readonly report = (stage: string): void => {
    if (this.shown) process.stderr.write(`\r\x1b[K${((performance.now() - this.started) / 1000).toFixed(1)} s  ${stage} ...`)
  }

  readonly count = (done: number, total: number): void => this.report(`${done} of ${total}`)

  clear(): void {
    if (this.shown) process.stderr.write('\r\x1b[K')
  }
}
