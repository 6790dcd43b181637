import { usageError } from '../../../shared/errors'
import { fail, succeed } from '../../../shared/ipc/reply'
import type { EngineContext } from '../../services/engine'
import type { FromEngine, ToEngine } from './protocol'

/** The engine process's end of the channel. */
export interface EnginePort {
  post(message: FromEngine): void
  onMessage(listener: (message: ToEngine) => void): void
}

// Functions of different inputs share one table: what each gets was typed where it was called (services/engine.ts).
type AnyFunction = (input: never, context: EngineContext<never>) => Promise<unknown>

/** Answers calls to the functions of the table, with progress and cancel. It never throws: a failure is a reply. */
export function serveFunctions(functions: object, port: EnginePort): void {
  const running = new Map<number, AbortController>()
  const table = functions as Record<string, AnyFunction>

  const run = async (id: number, name: string, input: unknown): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    const context = { report: (progress: unknown) => port.post({ type: 'progress', id, progress }), signal: controller.signal }
    try {
      if (!Object.hasOwn(table, name)) throw usageError('engine.unknown', `The engine has no function "${name}".`)
      port.post({ type: 'reply', id, reply: succeed(await table[name]!(input as never, context)) })
    } catch (error) {
      port.post({ type: 'reply', id, reply: fail(error) })
    } finally {
      running.delete(id)
    }
  }

  port.onMessage(message => {
    if (message.type === 'call') void run(message.id, message.name, message.input)
    else running.get(message.id)?.abort()
  })
}
