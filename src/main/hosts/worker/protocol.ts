import type { Reply } from '../../../shared/ipc/reply'

/** To the engine process. One call runs at a time; its number tells late answers from current ones. */
export type ToEngine = { type: 'call'; id: number; name: string; input: unknown } | { type: 'cancel'; id: number }

/** From the engine process. */
export type FromEngine = { type: 'progress'; id: number; progress: unknown } | { type: 'reply'; id: number; reply: Reply }

/** How an engine process ended. */
export interface Exit {
  code: number | null
  /** Unknown (null) in Electron, which tells the exit code alone. */
  signal: string | null
  /** The last it wrote to stderr. */
  stderr: string
}

/** A running engine process, however the host started it. */
export interface Channel {
  send(message: ToEngine): void
  onMessage(listener: (message: FromEngine) => void): void
  onExit(listener: (exit: Exit) => void): void
  kill(): void
  readonly pid: number | undefined
}
