import type { WebSocket } from 'ws'
import { z } from 'zod'
import { decodeFrame, encodeFrame } from '../../../shared/ipc/frame'
import type { Broadcast } from '../../services/events'
import type { Handlers } from '../../services/handlers'
import { ClientSession } from '../../services/session'
import type { Windows } from './windows'

export interface SocketContext {
  handlers: Handlers
  events: Broadcast
  windows: Windows
}

const Numbered = z.object({ id: z.int(), request: z.unknown() })

/** A window that reads nothing while this much waits for it is cut off, before it fills the memory. */
const MAX_UNREAD_BYTES = 256 * 1024 * 1024

/** Serves one window over one WebSocket: numbered requests in, numbered replies and events out. */
export function serveSocket(socket: WebSocket, window: string, { handlers, events, windows }: SocketContext): void {
  const send = (message: unknown): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.terminate()
    socket.send(encodeFrame(message))
  }
  const session = new ClientSession(handlers, events, send)
  windows.enter(window)
  socket.binaryType = 'nodebuffer'
  socket.on('close', () => {
    session.close()
    windows.leave(window)
  })
  // A broken connection also closes; without a listener the error would end the program.
  socket.on('error', () => undefined)
  socket.on('message', data => {
    const message = readMessage(data as Buffer)
    if (!message) return socket.close(1008, 'not a request')
    void session.invoke(message.request).then(reply => send({ id: message.id, reply }))
  })
}

function readMessage(data: Buffer): z.infer<typeof Numbered> | undefined {
  try {
    return Numbered.parse(decodeFrame(data))
  } catch {
    return undefined
  }
}
