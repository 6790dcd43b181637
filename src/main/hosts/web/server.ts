import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { VidimusError } from '../../../shared/errors'
import { programRoot } from '../../runtime/resources'
import { createHandlers, type Handlers } from '../../services/handlers'
import { recordCrash } from '../crashLog'
import { Pages, securityHeaders } from '../pages'
import { EngineProcess } from '../worker/engineProcess'
import { forkEngine } from '../worker/fork'
import { Guard, type Refusal } from './guard'
import { serveSocket } from './socket'

export interface WebHostOptions {
  /** 0, the default, takes any free port. */
  port?: number
}

export interface WebHost {
  /** The address to open, with its token: whoever has it can use the workstation. */
  address: string
  /** The engine process's id while one runs. */
  enginePid(): number | undefined
  close(): Promise<void>
}

/** No message of the window comes near this; photos are uploaded by other means. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/**
 * Serves the workstation to a browser on this machine: 127.0.0.1 alone, behind a random token.
 *
 * @throws VidimusError `web.port` (usage) when the port can't be had, `window.not-built` (fault)
 */
export async function startWebHost({ port = 0 }: WebHostOptions = {}): Promise<WebHost> {
  const guard = new Guard()
  const pages = Pages.open()
  const engine = new EngineProcess({ start: () => forkEngine(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
  const server = createServer((request, response) => void answer(request, response, guard, pages))
  const sockets = acceptSockets(server, guard, createHandlers({ engine }))
  guard.listenOn(await listen(server, port))
  return {
    address: guard.address,
    enginePid: () => engine.pid,
    close: async () => {
      engine.close()
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', cause =>
      reject(new VidimusError('usage', 'web.port', `Port ${port} on 127.0.0.1 can't be used: ${cause.message}. Choose another, or none for any free one.`, { cause }))
    )
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, guard: Guard, pages: Pages): Promise<void> {
  const refusal = guard.refuseRequest(request)
  if (refusal) return end(response, refusal.status, refusal.message)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET is answered here.')
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const page = await pages.get(path).catch(() => undefined)
  if (!page) return end(response, 404, 'There is no such page.')
  response.writeHead(200, { ...page.headers, ...(path === '/' ? { 'set-cookie': guard.cookie } : {}) })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

function end(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...securityHeaders('none') })
  response.end(`${message}\n`)
}

function acceptSockets(server: Server, guard: Guard, handlers: Handlers): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) => {
    const refusal = request.url === '/socket' ? guard.refuseSocket(request) : undefined
    if (refusal || request.url !== '/socket') return refuseUpgrade(stream, refusal)
    sockets.handleUpgrade(request, stream, head, socket => serveSocket(socket, handlers))
  })
  return sockets
}

function refuseUpgrade(stream: Duplex, refusal: Refusal | undefined): void {
  stream.on('error', () => undefined)
  stream.end(`HTTP/1.1 ${refusal?.status ?? 404} ${refusal ? 'Refused' : 'Not Found'}\r\nConnection: close\r\n\r\n`)
}
