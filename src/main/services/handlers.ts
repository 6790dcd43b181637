import type { CallName, Input, Output, Progress } from '../../shared/ipc/contract'
import { readModelManifest } from '../runtime/models'
import { appAbout } from './app'
import { caseHandlers } from './caseCalls'
import { claimHandlers } from './claims'
import { comparisonHandlers } from './comparisons'
import { comparisonStoreHandlers } from './comparisonStoreCalls'
import type { Engine } from './engine'
import type { Broadcast } from './events'
import { exhibitHandlers } from './exhibits'
import { faceHandlers } from './faces'
import type { HostPort } from './host'
import { hostCalls } from './hostCalls'
import type { Libraries } from './library'
import { keyHandlers, type LaboratoryKeys } from './keys'
import { libraryHandlers } from './libraryCalls'
import { opinionHandlers } from './opinionCalls'
import { independentOpinionHandlers } from './opinions'
import type { Outgoing } from './outgoing'
import { reportHandlers } from './reportCalls'
import { packageHandlers } from './packageCalls'
import { sampleHandlers } from './samples'
import { settingsHandlers, type SettingsStore } from './settings'
import { textHandlers, type TextStore } from './texts'

/** What handlers work with; see services.ts for how it comes to be. */
export interface Services {
  engine: Engine
  host: HostPort
  libraries: Libraries
  settings: SettingsStore
  outgoing: Outgoing
  keys: LaboratoryKeys
  texts: TextStore
  events: Broadcast
}

export interface HandlerContext<N extends CallName> {
  report: (progress: Progress<N>) => void
  signal: AbortSignal
}

/** One handler for every call of the contract, but for `job.cancel`, which belongs to the caller's session. */
export type Handlers = {
  [N in Exclude<CallName, 'job.cancel'>]: (input: Input<N>, context: HandlerContext<N>) => Promise<Output<N>>
}

/** The handlers of one namespace, or of some calls by name. */
export type HandlersOf<P extends string> = Pick<Handlers, Extract<keyof Handlers, P | `${P}.${string}`>>

/** The handlers of all namespaces, joined. */
export const createHandlers = (services: Services): Handlers => ({
  'app.about': appAbout,
  'engine.selfTest': (_input, context) => services.engine.call('selfTest', {}, context),
  'model.list': () => readModelManifest(),
  ...hostCalls(services.host),
  ...settingsHandlers(services),
  ...libraryHandlers(services),
  ...caseHandlers(services),
  ...sampleHandlers(services),
  ...exhibitHandlers(services),
  ...faceHandlers(services),
  ...comparisonStoreHandlers(services),
  ...comparisonHandlers(services),
  ...opinionHandlers(services),
  ...independentOpinionHandlers(services),
  ...reportHandlers(services),
  ...keyHandlers(services),
  ...claimHandlers,
  ...textHandlers(services),
  ...packageHandlers(services)
})
