import type { Transport } from '../../../shared/ipc/client'
import { SocketTransport } from './socket'
import { windowId } from './windowId'

/** What the preload gives the window. */
interface Bridge extends Transport {
  /** Where a dropped or chosen file lies on disk; empty for one that does not. */
  pathOf(this: void, file: File): string
}

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    vidimus?: Bridge
  }
}

/** Whether the host can be reached right now. Electron's own bridge can't be lost. */
export interface Connection {
  transport: Transport
  watch(listener: (connected: boolean) => void): () => void
}

/** Electron's bridge where there is one, else a WebSocket to the host that served this page. */
export function connect(): Connection {
  if (window.vidimus) return { transport: window.vidimus, watch: () => () => undefined }
  const socket = new SocketTransport(`ws://${location.host}/socket?window=${windowId}`)
  // The token did its work when the page was served; it should not stay in the address bar or the history.
  history.replaceState(null, '', location.pathname + location.hash)
  return { transport: socket, watch: listener => socket.watch(listener) }
}
