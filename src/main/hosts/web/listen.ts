import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { VidimusError } from '../../../shared/errors'
import { readJson } from '../../files/readJson'
import { replaceFile } from '../../files/replaceFile'

const Remembered = z.object({ port: z.int().min(1).max(65535) })

/**
 * Listens on 127.0.0.1 at the port asked for; without one, where it did the last time, else at any free port. Gives the port.
 * @param file remembers the port
 * @throws VidimusError `web.port` (usage)
 */
export async function listenWhereItDid(server: Server, port: number | undefined, file: string): Promise<number> {
  if (port !== undefined) return listen(server, port)
  const last = readJson(file, Remembered.nullable(), null).value?.port
  const got = last === undefined ? await listen(server, 0) : await listen(server, last).catch(() => listen(server, 0))
  // A port that can't be noted costs a convenience, not the start.
  if (got !== last) tryTo(() => replaceFile(file, `${JSON.stringify({ port: got })}\n`))
  return got
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error): void =>
      reject(new VidimusError('usage', 'web.port', `Port ${port} on 127.0.0.1 can't be used: ${cause.message}. Choose another, or none for any free one.`, { cause }))
    server.once('error', refuse)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refuse)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function tryTo(work: () => void): void {
  try {
    work()
  } catch (error) {
    process.stderr.write(`vidimus: the port could not be noted for the next time: ${String(error)}\n`)
  }
}
