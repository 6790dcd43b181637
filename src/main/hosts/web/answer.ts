import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders, type Pages } from '../pages'
import { answerDownload } from './downloadRoute'
import type { Downloads } from './downloads'
import type { Guard } from './guard'
import { answerUpload } from './uploadRoute'
import type { Uploads } from './uploads'
import type { Windows } from './windows'

export interface AnswerContext {
  guard: Guard
  pages: Pages
  uploads: Uploads
  downloads: Downloads
  windows: Windows
}

/** Answers one HTTP request: the window's own files, uploads, and files that leave the program. Everything else is refused. */
export async function answer(request: IncomingMessage, response: ServerResponse, { guard, pages, uploads, downloads, windows }: AnswerContext): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const isUpload = path === '/upload' || path.startsWith('/upload/')
  const refusal = isUpload ? guard.refuseUpload(request) : guard.refuseRequest(request)
  if (refusal) return end(response, refusal.status, refusal.message)
  if (isUpload) return answerUpload(request, response, uploads, windows)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET is answered here.')
  if (path.startsWith('/download/')) return answerOffered(path.slice('/download/'.length), request, response, downloads)
  const page = await pages.get(path).catch(() => undefined)
  if (!page) return end(response, 404, 'There is no such page.')
  response.writeHead(200, { ...page.headers, ...(path === '/' ? { 'set-cookie': guard.cookie } : {}) })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

async function answerOffered(id: string, request: IncomingMessage, response: ServerResponse, downloads: Downloads): Promise<void> {
  if (request.method !== 'GET') return end(response, 405, 'A download is fetched with GET.')
  const found = await answerDownload(id, response, downloads)
  if (!found) end(response, 404, 'This download has expired: ask for the file again in Vidimus.')
}

/** A body that comes with a refused request is never read: the connection ends with the answer. */
function end(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close', ...securityHeaders('none') })
  response.end(`${message}\n`)
}
