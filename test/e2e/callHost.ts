import { WebSocket } from 'ws'
import { Client, type Transport } from '../../src/shared/ipc/client'
import { decodeFrame, encodeFrame } from '../../src/shared/ipc/frame'

export interface HostClient {
  call: Client['call']
  close: () => void
}

type Incoming = { id: number; reply: unknown } | { event: string; payload: unknown }

/** A second window of a running web host, without the window: for making what a test begins with. */
export async function callHost(address: string): Promise<HostClient> {
  const { origin, host, port, searchParams } = new URL(address)
  const socket = new WebSocket(`ws://${host}/socket?window=${crypto.randomUUID()}`, { headers: { Origin: origin, Cookie: `vidimus-${port}=${searchParams.get('token')}` } })
  socket.binaryType = 'arraybuffer'
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (reply: unknown) => void>()
  const listeners = new Set<(message: unknown) => void>()
  socket.on('message', (data: ArrayBuffer) => {
    const message = decodeFrame(new Uint8Array(data)) as Incoming
    if ('event' in message) return listeners.forEach(listener => listener(message))
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  let next = 1
  const transport: Transport = {
    invoke: request => new Promise(resolve => {
      waiting.set(next, resolve)
      socket.send(encodeFrame({ id: next++, request }))
    }),
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
  const client = new Client(transport)
  return { call: (name, input, options) => client.call(name, input, options), close: () => socket.close() }
}
