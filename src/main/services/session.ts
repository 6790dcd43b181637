import { VidimusError, usageError } from '../../shared/errors'
import { Request, callSchema, type EventMessage } from '../../shared/ipc/contract'
import { fail, succeed, type Reply } from '../../shared/ipc/reply'
import type { Handlers } from './handlers'

type AnyHandler = (input: unknown, context: { report: (progress: unknown) => void; signal: AbortSignal }) => Promise<unknown>

/**
 * One window's side of the contract: checks what comes in and what goes out, and holds the window's running jobs.
 * Closing it cancels them. It never throws: whatever goes wrong is a reply.
 */
export class ClientSession {
  readonly #jobs = new Map<string, AbortController>()

  constructor(
    private readonly handlers: Handlers,
    private readonly emit: (message: EventMessage) => void
  ) {}

  async invoke(message: unknown): Promise<Reply> {
    try {
      return succeed(await this.#run(parseRequest(message)))
    } catch (error) {
      return fail(error)
    }
  }

  close(): void {
    for (const controller of this.#jobs.values()) controller.abort()
  }

  async #run({ name, input, job }: Request): Promise<unknown> {
    const schema = callSchema(name)
    if (!schema) throw usageError('call.unknown', `There is no call "${name}".`)
    const parsed = schema.input.safeParse(input)
    if (!parsed.success) throw usageError('call.invalid', `The input of ${name} is not valid: ${parsed.error.message}`)
    if (name === 'job.cancel') return this.#cancel(parsed.data as { job: string })
    const handler = (this.handlers as Record<string, AnyHandler>)[name]
    const output = schema.output.safeParse(await this.#withJob(job, report => handler!(parsed.data, report), schema.progress !== undefined))
    if (output.success) return output.data
    throw new VidimusError('fault', 'call.bad-output', `The result of ${name} breaks the contract: ${output.error.message}. This is a fault of Vidimus: please report it.`)
  }

  async #withJob(job: string | undefined, work: (context: Parameters<AnyHandler>[1]) => Promise<unknown>, isJob: boolean): Promise<unknown> {
    const controller = new AbortController()
    if (job === undefined || !isJob) return work({ report: () => undefined, signal: controller.signal })
    if (this.#jobs.has(job)) throw usageError('job.duplicate', `The job "${job}" is already running.`)
    this.#jobs.set(job, controller)
    try {
      return await work({ report: progress => this.emit({ event: 'job.progress', payload: { job, progress } }), signal: controller.signal })
    } finally {
      this.#jobs.delete(job)
    }
  }

  #cancel({ job }: { job: string }): { found: boolean } {
    const controller = this.#jobs.get(job)
    controller?.abort()
    return { found: controller !== undefined }
  }
}

function parseRequest(message: unknown): Request {
  const request = Request.safeParse(message)
  if (request.success) return request.data
  throw usageError('call.invalid', `The request is not {name, input, job}: ${request.error.message}`)
}
