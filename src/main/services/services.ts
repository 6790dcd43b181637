import { Broadcast } from './events'
import type { Engine } from './engine'
import { programFolders, type ProgramFolders } from './folders'
import type { Services } from './handlers'
import type { HostPort } from './host'
import { laboratoryKeys } from './keys'
import { Libraries } from './library'
import { Outgoing } from './outgoing'
import { SettingsStore } from './settings'
import { TextStore } from './texts'

/** What a host makes once, for all its windows. Whoever makes it closes `libraries` at the end. */
export function createServices(engine: Engine, host: HostPort, folders: ProgramFolders = programFolders()): Services {
  const events = new Broadcast()
  const settings = new SettingsStore(folders)
  return { engine, host, events, settings, outgoing: new Outgoing(folders.outgoing), keys: laboratoryKeys(folders.config), texts: new TextStore(folders), libraries: new Libraries(folders, settings, events) }
}
