import { VidimusError } from '../../../shared/errors'
import { unwrap } from '../../../shared/ipc/reply'
import type { Engine, EngineContext } from '../../services/engine'
import type { Channel, Exit, FromEngine } from './protocol'

/** What is kept of a crash. */
export interface CrashRecord extends Exit {
  at: string
  pid: number | undefined
  /** The function that was running; null when the process died idle. */
  call: string | null
}

export interface EngineOptions {
  /** Starts one engine process. */
  start(): Channel
  /** Told of every unexpected end, before the call in flight is rejected. */
  onCrash?(record: CrashRecord): void
  /** How long a cancelled function may take to stop before its process is killed. Native code can't be interrupted. */
  cancelGraceMs?: number
}

interface Flight {
  id: number
  name: string
  report: ((progress: never) => void) | undefined
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

const cancelled = (name: string): VidimusError => new VidimusError('cancelled', 'job.cancelled', `${name} was cancelled.`)

/**
 * The engine in a process of its own. It starts at the first call. One call is in flight at a time, the others wait,
 * so a native crash loses exactly one; the next call starts the process anew.
 *
 * A call rejects with `engine.crashed` (fault), `job.cancelled` (cancelled), or whatever the function threw.
 */
export class EngineProcess implements Engine {
  #channel: Channel | undefined
  #flight: Flight | undefined
  #last: Promise<unknown> = Promise.resolve()
  #nextId = 1
  /** Processes that were killed on purpose: their end is no crash. */
  readonly #retired = new WeakSet<Channel>()
  #closed = false

  constructor(private readonly options: EngineOptions) {}

  /** The process that would run the next call, where one is running. */
  get pid(): number | undefined {
    return this.#channel?.pid
  }

  call: Engine['call'] = (name, input, context = {}) => {
    const run = this.#last.then(() => this.#fly(name, input, context as Partial<EngineContext<never>>))
    // The next call waits for this one's end, good or bad.
    this.#last = run.catch(() => undefined)
    return run as Promise<never>
  }

  /** Ends the process. What is in flight or waiting is rejected. */
  close(): void {
    this.#closed = true
    if (this.#channel) this.#retire(this.#channel)
  }

  #retire(channel: Channel): void {
    this.#retired.add(channel)
    channel.kill()
  }

  async #fly(name: string, input: unknown, { report, signal }: Partial<EngineContext<never>>): Promise<unknown> {
    if (this.#closed) throw new VidimusError('cancelled', 'engine.closed', `${name} was not run: Vidimus is closing.`)
    if (signal?.aborted) throw cancelled(name)
    const channel = (this.#channel ??= this.#start())
    const id = this.#nextId++
    const cancel = this.#canceller(channel, id)
    try {
      return await new Promise((resolve, reject) => {
        this.#flight = { id, name, report, resolve, reject }
        signal?.addEventListener('abort', cancel.begin, { once: true })
        channel.send({ type: 'call', id, name, input })
      })
    } catch (error) {
      throw signal?.aborted ? cancelled(name) : error
    } finally {
      this.#flight = undefined
      cancel.end()
      signal?.removeEventListener('abort', cancel.begin)
    }
  }

  #canceller(channel: Channel, id: number): { begin: () => void; end: () => void } {
    let timer: NodeJS.Timeout | undefined
    return {
      begin: () => {
        channel.send({ type: 'cancel', id })
        timer = setTimeout(() => this.#retire(channel), this.options.cancelGraceMs ?? 2000)
      },
      end: () => clearTimeout(timer)
    }
  }

  #start(): Channel {
    const channel = this.options.start()
    channel.onMessage(message => this.#receive(message))
    channel.onExit(exit => this.#ended(channel, exit))
    return channel
  }

  #receive(message: FromEngine): void {
    const flight = this.#flight
    if (flight?.id !== message.id) return
    if (message.type === 'progress') return flight.report?.(message.progress as never)
    try {
      flight.resolve(unwrap(message.reply))
    } catch (error) {
      flight.reject(error as Error)
    }
  }

  #ended(channel: Channel, exit: Exit): void {
    if (this.#channel === channel) this.#channel = undefined
    const flight = this.#flight
    if (this.#retired.has(channel)) return flight?.reject(cancelled(flight.name))
    const record: CrashRecord = { at: new Date().toISOString(), pid: channel.pid, call: flight?.name ?? null, ...exit }
    this.options.onCrash?.(record)
    flight?.reject(crashed(record, flight.name))
  }
}

function crashed(record: CrashRecord, name: string): VidimusError {
  const how = record.signal === null ? `exit code ${record.code}` : `signal ${record.signal}`
  const said = record.stderr === '' ? '' : ` It last said: ${record.stderr.split('\n').at(-1)}`
  return new VidimusError('fault', 'engine.crashed', `The engine process ended in the middle of ${name} (${how}). This call is lost, nothing else is; the next call starts the engine anew.${said}`, { detail: record })
}
