import type { Engine } from '../../services/engine'
import { EngineProcess, type EngineOptions } from './engineProcess'

/**
 * Two engine processes: one for what somebody waits for, one for background work such as an import, which would keep a
 * threshold being moved waiting for seconds. Each starts at its first call; a photo that crashes the second leaves the first alone.
 *
 * A report is set in a third one of its own that ends with it: the typesetter holds all of a report's pictures decoded
 * (2.3 GB for 40 comparisons) and gives nothing back while its process lives.
 */
export class EnginePair implements Engine {
  readonly #front: EngineProcess
  readonly #back: EngineProcess

  readonly #passing = new Set<EngineProcess>()
  #closed = false

  constructor(private readonly options: EngineOptions) {
    this.#front = new EngineProcess(options)
    this.#back = new EngineProcess(options)
  }

  /** The process that would run the next call that somebody waits for, where one is running. */
  get pid(): number | undefined {
    return this.#front.pid
  }

  call: Engine['call'] = (name, input, context = {}) => {
    if (name === 'typesetReport') return this.#alone(engine => engine.call(name, input, context))
    return (context.background === true ? this.#back : this.#front).call(name, input, context)
  }

  async #alone<T>(work: (engine: EngineProcess) => Promise<T>): Promise<T> {
    const engine = new EngineProcess(this.options)
    this.#passing.add(engine)
    if (this.#closed) engine.close()
    try {
      return await work(engine)
    } finally {
      engine.close()
      this.#passing.delete(engine)
    }
  }

  close(): void {
    this.#closed = true
    this.#front.close()
    this.#back.close()
    this.#passing.forEach(engine => engine.close())
  }
}
