/** Milliseconds a named stage; stages may overlap. */
export class Stopwatch {
  private readonly started = performance.now()
  private readonly stages: Record<string, number> = {}

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.stages[stage] = (this.stages[stage] ?? 0) + round(performance.now() - start)
    }
  }

  read(): Record<string, number> {
    return { ...this.stages, total: round(performance.now() - this.started) }
  }
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10
