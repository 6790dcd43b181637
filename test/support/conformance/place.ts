import type { FileSource } from '../../../src/shared/domain/exhibit'
import type { Client } from '../../../src/shared/ipc/client'
import type { CallName } from '../../../src/shared/ipc/contract'

/** One window on a running program, over the transport that is tested. */
export interface Door {
  client: Client
  /** Carries anything at all, past the client's own checks; gives the reply. */
  raw: (request: unknown) => Promise<unknown>
  /** A file of this machine as the host takes files. */
  source: (file: string) => Promise<FileSource>
  /** As if the window were closed. */
  close: () => Promise<void>
}

/** A running program whose contract is tested. */
export interface Place {
  open: () => Promise<Door>
  /** A folder that does not exist yet, for a library. */
  libraryFolder: string
  /** Photos with one face each, all different, small. */
  photos: readonly string[]
  /** Calls that would wait for a person here. */
  skipped: readonly CallName[]
}
