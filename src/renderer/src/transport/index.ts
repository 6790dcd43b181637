import type { Transport } from '../../../shared/ipc/client'
import { SocketTransport } from './socket'
import { windowId } from './windowId'

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
