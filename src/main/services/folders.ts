import { homedir } from 'node:os'
import { join } from 'node:path'
import envPaths from 'env-paths'

export interface ProgramFolders {
  /** What the program remembers: recent libraries. */
  data: string
  /** What the user chose: settings. */
  config: string
  log: string
  /** Where uploads wait for their import: on this user's own disk, not in a shared temporary folder, which may be memory. */
  uploads: string
  /** Where files that leave the program wait until they are handed out; see services/outgoing.ts. */
  outgoing: string
  /** Where a first library would be made. */
  firstLibrary: string
}

/** Where this installation keeps what is its own: the system's folders of this user, or all below VIDIMUS_HOME. */
export function programFolders(home = process.env.VIDIMUS_HOME): ProgramFolders {
  if (home) return { data: join(home, 'data'), config: join(home, 'config'), log: join(home, 'log'), uploads: join(home, 'uploads'), outgoing: join(home, 'outgoing'), firstLibrary: join(home, 'library') }
  const { data, config, log, cache } = envPaths('vidimus', { suffix: '' })
  return { data, config, log, uploads: join(cache, 'uploads'), outgoing: join(cache, 'outgoing'), firstLibrary: join(homedir(), 'Vidimus library') }
}
