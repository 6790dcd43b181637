import type { WebSocket } from 'ws'
import { z } from 'zod'
import { decodeFrame, encodeFrame } from '../../../shared/ipc/frame'
import type { Handlers } from '../../services/handlers'
import { ClientSession } from '../../services/session'

const Numbered = z.object({ id: z.int(), request: z.unknown() })

/** Serves one window over one WebSocket: numbered requests in, numbered replies and events out. */
export function serveSocket(socket: WebSocket, handlers: Handlers): void {
  const send = (message: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(encodeFrame(message))
  }
  const session = new ClientSession(handlers, send)
  socket.binaryType = 'nodebuffer'
  socket.on('close', () => session.close())
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
