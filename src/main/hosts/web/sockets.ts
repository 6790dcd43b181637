import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Guard, Refusal } from './guard'
import { serveSocket, type SocketContext } from './socket'

/** No message of the window comes near this; photos are uploaded by other means. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/** No person has as many windows open. */
const MAX_SOCKETS = 256

/** A window that did not answer for this long is gone, whatever its connection says. */
const ALIVE_EVERY_MS = 30_000

/** Accepts WebSockets of our own page at /socket?window=ID. */
export function acceptSockets(server: Server, guard: Guard, context: SocketContext): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) => {
    const window = windowOf(request)
    if (window === undefined) return refuse(stream, { status: 404, message: 'Not Found' })
    const refusal = guard.refuseSocket(request)
    if (refusal) return refuse(stream, { ...refusal, message: 'Refused' })
    if (sockets.clients.size >= MAX_SOCKETS) return refuse(stream, { status: 503, message: 'Too Many Windows' })
    sockets.handleUpgrade(request, stream, head, socket => serveSocket(socket, window, context))
  })
  const timer = setInterval(() => sockets.clients.forEach(checkAlive), ALIVE_EVERY_MS).unref()
  server.once('close', () => clearInterval(timer))
  return sockets
}

const silent = new WeakSet<WebSocket>()

function checkAlive(socket: WebSocket): void {
  if (silent.has(socket)) return socket.terminate()
  silent.add(socket)
  socket.once('pong', () => silent.delete(socket))
  socket.ping()
}

function windowOf({ url = '' }: IncomingMessage): string | undefined {
  const [path, query] = url.split('?')
  const window = new URLSearchParams(query).get('window')
  return path === '/socket' && window !== null && /^[\w-]{16,64}$/.test(window) ? window : undefined
}

function refuse(stream: Duplex, { status, message }: Omit<Refusal, 'status'> & { status: number }): void {
  stream.on('error', () => undefined)
  stream.end(`HTTP/1.1 ${status} ${message}\r\nConnection: close\r\n\r\n`)
}
