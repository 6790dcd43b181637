import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest, type ClientRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pages } from '../../../src/main/hosts/pages'
import { answer } from '../../../src/main/hosts/web/answer'
import { Downloads } from '../../../src/main/hosts/web/downloads'
import { Guard } from '../../../src/main/hosts/web/guard'
import { Uploads, type UploadLimits } from '../../../src/main/hosts/web/uploads'
import { Windows } from '../../../src/main/hosts/web/windows'

export const WINDOW = 'window-of-the-test'

export interface Answered {
  status: number
  text: string
}

/** The web host's HTTP side with limits of the test's own, on a real socket and a real disk. */
export async function smallHost(limits: Partial<UploadLimits> = {}, graceMs = 50, uploadsFolder?: string, downloadMs = 60_000) {
  const folder = await mkdtemp(join(tmpdir(), 'vidimus-web-'))
  await mkdir(join(folder, 'renderer'))
  await writeFile(join(folder, 'renderer/index.html'), 'the window')
  const guard = new Guard()
  const uploads = new Uploads(uploadsFolder ?? join(folder, 'uploads'), { maxFileBytes: 1 << 20, maxPendingBytes: 3 << 20, maxPendingFiles: 8, reserveBytes: 0, stalledMs: 10_000, ...limits })
  const downloads = new Downloads(downloadMs)
  const windows = new Windows(window => void uploads.dropWindow(window), graceMs)
  const pages = Pages.open(join(folder, 'renderer'))
  const server = createServer((request, response) => void answer(request, response, { guard, pages, uploads, downloads, windows }))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  guard.listenOn(port)
  windows.enter(WINDOW)

  const good = { Origin: guard.origin, Cookie: `vidimus-${port}=${guard.token}` }
  /** Begins a request with the right headers, or those given instead; ends it with `body` unless that is null. */
  const begin = (path: string, method: string, headers: Record<string, string>, body: Buffer | null): { request: ClientRequest; answered: Promise<Answered> } => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers })
    const answered = new Promise<Answered>((resolve, reject) => {
      request.on('error', reject).on('response', response => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
    })
    if (body !== null) request.end(body)
    else request.flushHeaders()
    return { request, answered }
  }
  const send = (path: string, method: string, headers: Record<string, string>, body: Buffer = Buffer.alloc(0)): Promise<Answered> => begin(path, method, headers, body).answered
  const put = (body: Buffer): Promise<Answered> => send(`/upload?window=${WINDOW}`, 'PUT', good, body)

  return {
    begin, send, put, good, port, guard, folder, uploads, downloads, windows,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      uploads.close()
      downloads.close()
      await rm(folder, { recursive: true })
    }
  }
}

export type SmallHost = Awaited<ReturnType<typeof smallHost>>

/** The id that a good answer holds. */
export const uploadOf = ({ text }: Answered): string => (JSON.parse(text) as { value: { upload: string } }).value.upload
export const errorOf = ({ text }: Answered): { code: string; kind: string; message: string } => (JSON.parse(text) as { error: { code: string; kind: string; message: string } }).error
