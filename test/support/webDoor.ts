import { WebSocket as NodeSocket } from 'ws'
import { Client, type Transport } from '../../src/shared/ipc/client'
import type { FileSource } from '../../src/shared/domain/exhibit'
import { decodeFrame, encodeFrame } from '../../src/shared/ipc/frame'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Door } from './conformance/place'

/** A window on a web host that runs as a program of its own, without a browser: what the page does, over a real WebSocket. */
export async function openWebDoor(address: string): Promise<Door & { socket: NodeSocket; window: string }> {
  const { origin, host, port, searchParams } = new URL(address)
  const headers = { Origin: origin, Cookie: `vidimus-${port}=${searchParams.get('token')}` }
  const window = randomUUID()
  const socket = new NodeSocket(`ws://${host}/socket?window=${window}`, { headers })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  const waiting = new Map<number, (reply: unknown) => void>()
  const listeners = new Set<(message: unknown) => void>()
  let next = 1
  socket.on('message', (data: Buffer) => {
    const message = decodeFrame(new Uint8Array(data)) as { id?: number; reply?: unknown }
    if (message.id === undefined) return listeners.forEach(listener => listener(message))
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  const raw = (request: unknown): Promise<unknown> =>
    new Promise(resolve => {
      waiting.set(next, resolve)
      socket.send(encodeFrame({ id: next++, request }))
    })
  const transport: Transport = {
    invoke: raw,
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }

  const source = async (file: string): Promise<FileSource> => {
    const reply = await fetch(`${origin}/upload?window=${window}`, { method: 'PUT', headers, body: await readFile(file) })
    const { value } = (await reply.json()) as { value: { upload: string } }
    return { kind: 'upload', upload: value.upload, name: basename(file), path: null, modified: (await stat(file)).mtime.toISOString() }
  }
  const close = async (): Promise<void> => {
    const closed = new Promise(resolve => socket.once('close', resolve))
    socket.close()
    await closed
  }
  return { client: new Client(transport), raw, source, close, socket, window }
}
