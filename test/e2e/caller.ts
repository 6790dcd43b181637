import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { Client, type Transport } from '../../src/shared/ipc/client'
import { decodeFrame, encodeFrame } from '../../src/shared/ipc/frame'
import type { RunningHost } from './webHost'

type Message = { id: number; reply: unknown } | { event: string; payload: unknown }

/** The contract as a second window of the host speaks it: for setting up what a test needs, without clicking. */
export async function callerOf(host: RunningHost): Promise<Client & { disconnect: () => void }> {
  const token = new URL(host.address).searchParams.get('token') ?? ''
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket?window=${randomUUID()}`, { headers: { Cookie: `vidimus-${host.port}=${token}`, Origin: host.origin } })
  await once(socket, 'open')
  return Object.assign(new Client(transportOver(socket)), { disconnect: () => socket.close() })
}

function transportOver(socket: WebSocket): Transport {
  const waiting = new Map<number, (reply: unknown) => void>()
  const listeners = new Set<(message: unknown) => void>()
  let next = 1
  socket.on('message', data => {
    const message = decodeFrame(data as Buffer) as Message
    if ('event' in message) return listeners.forEach(listener => listener(message))
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  return {
    invoke: request =>
      new Promise(resolve => {
        const id = next++
        waiting.set(id, resolve)
        socket.send(encodeFrame({ id, request }))
      }),
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}
