import type { CallName, Input, Output, Progress } from '../../shared/ipc/contract'
import { appAbout } from './app'
import type { Engine } from './engine'
import type { Broadcast } from './events'
import type { HostPort } from './host'
import { hostCalls } from './hostCalls'
import { readModelManifest } from '../runtime/models'

/** What a handler may use of the host it runs in. */
export interface Services {
  engine: Engine
  host: HostPort
  events: Broadcast
}

interface HandlerContext<N extends CallName> {
  report: (progress: Progress<N>) => void
  signal: AbortSignal
}

/** One handler for every call of the contract, but for `job.cancel`, which belongs to the caller's session. */
export type Handlers = {
  [N in Exclude<CallName, 'job.cancel'>]: (input: Input<N>, context: HandlerContext<N>) => Promise<Output<N>>
}

export const createHandlers = ({ engine, host }: Services): Handlers => ({
  'app.about': appAbout,
  'engine.selfTest': (_input, context) => engine.call('selfTest', {}, context),
  'model.list': () => readModelManifest(),
  ...hostCalls(host)
})
