import { VidimusError } from '../errors'
import { EventMessage, calls, callSchema, events, type CallInput, type CallName, type EventName, type EventPayload, type Output, type Progress, type Request } from './contract'
import { unwrap } from './reply'

/** What a host gives the window: two functions, and nothing else of it is seen. */
export interface Transport {
  /** Carries one call and gives the reply, unchecked. */
  invoke(request: Request): Promise<unknown>
  /** Hands over every event, unchecked, until the function it returns is called. */
  subscribe(listener: (message: unknown) => void): () => void
}

/** The part of AbortSignal that is needed; written down because no type library here holds it for all environments. */
interface Signal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
declare const crypto: { randomUUID(): string }

export interface CallOptions<N extends CallName> {
  onProgress?: (progress: Progress<N>) => void
  /** Aborting cancels the job; the call then rejects with an error of kind `cancelled`. */
  signal?: Signal
}

/** The typed side of a transport: the only way the window talks to the program. */
export class Client {
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>()
  readonly #close: () => void

  constructor(private readonly transport: Transport) {
    this.#close = transport.subscribe(message => this.#dispatch(message))
  }

  /**
   * Calls the program. What comes back has been checked against the contract.
   * @throws VidimusError as the program gave it, or `call.bad-reply` (fault) where the reply breaks the contract.
   */
  async call<N extends CallName>(name: N, input: CallInput<N>, options: CallOptions<N> = {}): Promise<Output<N>> {
    if (!callSchema(name)?.progress) return this.#invoke(name, { name, input })
    return this.#run(name, input, options)
  }

  /** Listens to an event; the function it returns stops that. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  close(): void {
    this.#close()
  }

  async #run<N extends CallName>(name: N, input: CallInput<N>, { onProgress, signal }: CallOptions<N>): Promise<Output<N>> {
    if (signal?.aborted) throw new VidimusError('cancelled', 'job.cancelled', `${name} was cancelled before it began.`)
    const job = crypto.randomUUID()
    const cancel = (): void => void this.call('job.cancel', { job }).catch(() => undefined)
    const stop = this.on('job.progress', message => {
      if (message.job === job) onProgress?.(callSchema(name)?.progress?.parse(message.progress) as Progress<N>)
    })
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await this.#invoke(name, { name, input, job })
    } finally {
      stop()
      signal?.removeEventListener('abort', cancel)
    }
  }

  async #invoke<N extends CallName>(name: N, request: Request): Promise<Output<N>> {
    const output = calls[name].output.safeParse(unwrap(await this.transport.invoke(request)))
    if (output.success) return output.data as Output<N>
    throw new VidimusError('fault', 'call.bad-reply', `The answer to ${name} breaks the contract: ${output.error.message}. The window and the program are of different versions: restart Vidimus.`)
  }

  #dispatch(message: unknown): void {
    const { event, payload } = EventMessage.parse(message)
    if (!Object.hasOwn(events, event)) return
    const name = event as EventName
    const checked = events[name].parse(payload) as never
    for (const listener of this.#listeners.get(name) ?? []) listener(checked)
  }
}
