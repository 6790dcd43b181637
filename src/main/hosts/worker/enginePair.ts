import type { Engine } from '../../services/engine'
import { EngineProcess, type EngineOptions } from './engineProcess'

/**
 * Two engine processes: one for what somebody waits for, one for background work such as an import, which would keep a
 * threshold being moved waiting for seconds. Each starts at its first call; a photo that crashes the second leaves the first alone.
 */
export class EnginePair implements Engine {
  readonly #front: EngineProcess
  readonly #back: EngineProcess

  constructor(options: EngineOptions) {
    this.#front = new EngineProcess(options)
    this.#back = new EngineProcess(options)
  }

  /** The process that would run the next call that somebody waits for, where one is running. */
  get pid(): number | undefined {
    return this.#front.pid
  }

  call: Engine['call'] = (name, input, context = {}) => (context.background === true ? this.#back : this.#front).call(name, input, context)

  close(): void {
    this.#front.close()
    this.#back.close()
  }
}
