import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { WorkProgress } from '../../../../shared/domain/common'
import { usageError } from '../../../../shared/errors'
import { unwrap } from '../../../../shared/ipc/reply'
import { programRoot } from '../../../runtime/resources'
import { createHandlers } from '../../../services/handlers'
import { createServices } from '../../../services/services'
import { ClientSession } from '../../../services/session'
import { recordCrash } from '../../crashLog'
import { EnginePair } from '../../worker/enginePair'
import { forkEngine } from '../../worker/fork'
import { Progress } from '../progress'
import { cliPort } from './port'

export interface CallOptions {
  library?: string
  read?: true
  /** A use of this case is begun before the call, and ends after it. */
  case?: string
  purpose?: string
  json?: true
}

/**
 * `vidimus call`: one call of the contract, checked like a window's, on a library of its own choice.
 * @throws VidimusError `call.not-json` (usage), as `library.open`, as the call
 */
export async function runCall(name: string, given: string, { library = process.env.VIDIMUS_LIBRARY, read, case: caseId, purpose }: CallOptions): Promise<void> {
  const input = parse(given === '-' ? await text(process.stdin) : given)
  const progress = new Progress()
  const engine = new EnginePair({ start: () => forkEngine(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
  const services = createServices(engine, cliPort)
  const session = new ClientSession(createHandlers(services), services.events, ({ event, payload }) => event === 'job.progress' && show(progress, payload))
  try {
    if (library) unwrap(await session.invoke({ name: 'library.open', input: { folder: library, mode: read ? 'read' : 'write' } }))
    if (caseId !== undefined) unwrap(await session.invoke({ name: 'case.begin', input: { id: caseId, purpose: purpose ?? null } }))
    const value = unwrap(await session.invoke({ name, input, job: 'call' }))
    progress.clear()
    console.log(JSON.stringify(value, plain))
  } finally {
    progress.clear()
    session.close()
    engine.close()
    await services.libraries.close()
  }
}

function parse(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch (error) {
    // What V8 says quotes the text, and there may be a passphrase in it.
    const place = /position \d+/.exec(String(error))?.[0]
    throw usageError('call.not-json', `The input is not JSON${place === undefined ? '' : ` (at ${place})`}. It must be one object, such as '{"text":"x"}'.`)
  }
}

function show(progress: Progress, payload: unknown): void {
  const { data } = WorkProgress.safeParse((payload as { progress: unknown }).progress)
  if (data) progress.countStage(data.step, data.done, data.total)
}

const base64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string => Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64')

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: base64(value) }
  return value instanceof Float32Array ? { $float32: base64(value) } : value
}
