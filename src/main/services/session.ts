import { VidimusError, toErrorData, usageError } from '../../shared/errors'
import { Request, callSchema, type EventMessage } from '../../shared/ipc/contract'
import { fail, succeed, type Reply } from '../../shared/ipc/reply'
import type { Broadcast } from './events'
import { programFolders } from './folders'
import type { Handlers } from './handlers'
import { noteInLog } from './programLog'
import { throttle } from './throttle'

interface Context {
  report: (progress: unknown) => void
  signal: AbortSignal
}
type AnyHandler = (input: unknown, context: Context) => Promise<unknown>

/** Progress of one job is passed on at most this often; the last of it always arrives. */
const PROGRESS_EVERY_MS = 50

/** More calls of one window than this at once are no work of a person. */
const MAX_RUNNING = 1000

/**
 * One window's side of the contract: checks what comes in and what goes out, passes on what all windows are told, and
 * holds the window's running jobs and its uses of cases. Closing it cancels the jobs and ends the uses.
 * `invoke` never throws: whatever goes wrong is a reply.
 */
export class ClientSession {
  readonly #jobs = new Map<string, AbortController>()
  readonly #uses = new Set<string>()
  readonly #unsubscribe: () => void
  #running = 0
  #closed = false

  constructor(
    private readonly handlers: Handlers,
    events: Broadcast,
    private readonly emit: (message: EventMessage) => void
  ) {
    this.#unsubscribe = events.subscribe(emit)
  }

  async invoke(message: unknown): Promise<Reply> {
    this.#running++
    try {
      if (this.#running > MAX_RUNNING) throw usageError('call.too-many', `This window has ${MAX_RUNNING} calls running: wait for some of them to end.`)
      return succeed(await this.#run(parseRequest(message)))
    } catch (error) {
      return fail(error)
    } finally {
      this.#running--
    }
  }

  close(): void {
    this.#closed = true
    this.#unsubscribe()
    for (const controller of this.#jobs.values()) controller.abort()
    for (const use of this.#uses) this.#endUse(use)
  }

  async #run({ name, input, job }: Request): Promise<unknown> {
    const schema = callSchema(name)
    if (!schema) throw usageError('call.unknown', `There is no call "${name}".`)
    const parsed = schema.input.safeParse(input)
    if (!parsed.success) throw usageError('call.invalid', `The input of ${name} is not valid: ${parsed.error.message}`)
    if (name === 'job.cancel') return this.#cancel(parsed.data as { job: string })
    const handler = (this.handlers as Record<string, AnyHandler>)[name]
    const output = schema.output.safeParse(await this.#withJob(job, context => handler!(parsed.data, context), schema.progress !== undefined))
    if (!output.success)
      throw new VidimusError('fault', 'call.bad-output', `The result of ${name} breaks the contract: ${output.error.message}. This is a fault of Vidimus: please report it.`)
    this.#keepUses(name, parsed.data, output.data)
    return output.data
  }

  async #withJob(job: string | undefined, work: (context: Context) => Promise<unknown>, isJob: boolean): Promise<unknown> {
    const controller = new AbortController()
    if (job === undefined || !isJob) return work({ report: () => undefined, signal: controller.signal })
    if (this.#jobs.has(job)) throw usageError('job.duplicate', `The job "${job}" is already running.`)
    if (this.#closed) controller.abort()
    this.#jobs.set(job, controller)
    const progress = throttle<unknown>(PROGRESS_EVERY_MS, value => this.emit({ event: 'job.progress', payload: { job, progress: value } }))
    try {
      return await work({ report: progress.push, signal: controller.signal })
    } finally {
      progress.flush()
      this.#jobs.delete(job)
    }
  }

  #cancel({ job }: { job: string }): { found: boolean } {
    const controller = this.#jobs.get(job)
    controller?.abort()
    return { found: controller !== undefined }
  }

  /** A use begun by this window ends with it, even where the window had no time to say so. */
  #keepUses(name: string, input: unknown, output: unknown): void {
    if (name === 'case.end') this.#uses.delete((input as { use: string }).use)
    if (name !== 'case.begin') return
    const { id } = output as { id: string }
    if (this.#closed) this.#endUse(id)
    else this.#uses.add(id)
  }

  #endUse(use: string): void {
    void this.handlers['case.end']({ use }, { report: () => undefined, signal: new AbortController().signal }).catch((error: unknown) => {
      const { code, message } = toErrorData(error)
      // A library that was closed meanwhile has ended its uses itself.
      if (code !== 'library.none' && code !== 'use.unknown') noteInLog(programFolders().log, 'use.not-ended', `The end of a use of a case could not be put on record: ${message}`)
    })
  }
}

function parseRequest(message: unknown): Request {
  const request = Request.safeParse(message)
  if (request.success) return request.data
  throw usageError('call.invalid', `The request is not {name, input, job}: ${request.error.message}`)
}
