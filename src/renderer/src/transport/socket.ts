import { VidimusError } from '../../../shared/errors'
import type { Transport } from '../../../shared/ipc/client'
import type { Request } from '../../../shared/ipc/contract'
import { decodeFrame, encodeFrame } from '../../../shared/ipc/frame'

interface Pending {
  resolve: (reply: unknown) => void
  reject: (error: Error) => void
}

/** What the host sends: a numbered reply, or an event. */
type Incoming = { id: number; reply: unknown } | { event: string; payload: unknown }

const RETRY_MS = 1000

/**
 * Calls and events over one WebSocket. When it breaks, what is waiting for an answer rejects with `connection.lost`,
 * and a new connection is tried every second.
 */
export class SocketTransport implements Transport {
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Set<(message: unknown) => void>()
  readonly #watchers = new Set<(connected: boolean) => void>()
  #socket: Promise<WebSocket>
  #nextId = 1

  constructor(private readonly address: string) {
    this.#socket = this.#open()
  }

  async invoke(request: Request): Promise<unknown> {
    const socket = await this.#socket
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeFrame({ id, request }))
      else this.#lose()
    })
  }

  subscribe(listener: (message: unknown) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Tells of every gain and loss of the connection. */
  watch(listener: (connected: boolean) => void): () => void {
    this.#watchers.add(listener)
    return () => void this.#watchers.delete(listener)
  }

  #open(): Promise<WebSocket> {
    const socket = new WebSocket(this.address)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('message', event => this.#receive(new Uint8Array(event.data as ArrayBuffer)))
    const opened = new Promise<WebSocket>((resolve, reject) => {
      socket.addEventListener('open', () => {
        this.#tell(true)
        resolve(socket)
      })
      socket.addEventListener('close', () => {
        reject(lost())
        this.#lose()
        this.#tell(false)
        setTimeout(() => {
          this.#socket = this.#open()
        }, RETRY_MS)
      })
    })
    // A call made meanwhile gets the rejection; without a call nobody would, and that is no error.
    opened.catch(() => undefined)
    return opened
  }

  #receive(frame: Uint8Array): void {
    const message = decodeFrame(frame) as Incoming
    if ('event' in message) return this.#listeners.forEach(listener => listener(message))
    this.#pending.get(message.id)?.resolve(message.reply)
    this.#pending.delete(message.id)
  }

  #lose(): void {
    for (const { reject } of this.#pending.values()) reject(lost())
    this.#pending.clear()
  }

  #tell(connected: boolean): void {
    for (const watcher of this.#watchers) watcher(connected)
  }
}

const lost = (): VidimusError =>
  new VidimusError('fault', 'connection.lost', 'Vidimus does not answer. If it was closed, start it again and open the address it prints.')
