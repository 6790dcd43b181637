import type { IncomingMessage, ServerResponse } from 'node:http'
import { usageError, type VidimusError } from '../../../shared/errors'
import { fail, succeed, type Reply } from '../../../shared/ipc/reply'
import { securityHeaders } from '../pages'
import type { Uploads } from './uploads'
import type { Windows } from './windows'

/** After an answer that comes before the body's end: how long the rest is still read, so that the answer gets through. */
const LINGER_MS = 5000

const STATUS: Readonly<Record<string, number>> = {
  'upload.too-large': 413,
  'upload.too-many': 429,
  'upload.disk-full': 507,
  'upload.no-length': 411,
  'upload.no-window': 409,
  'upload.aborted': 400,
  'upload.no-method': 405
}

/**
 * `PUT /upload?window=ID` with the file as its body and nothing else about it; `DELETE /upload/ID?window=ID`.
 * Answers a Reply as JSON. The caller has checked who asks.
 */
export async function answerUpload(request: IncomingMessage, response: ServerResponse, uploads: Uploads, windows: Windows): Promise<void> {
  request.setTimeout(uploads.limits.stalledMs, () => request.destroy())
  try {
    end(response, 201, succeed(await act(request, uploads, windows)))
  } catch (error) {
    const reply = fail(error)
    linger(request)
    response.setHeader('connection', 'close')
    end(response, STATUS[(error as VidimusError).code] ?? 500, reply)
  }
}

async function act(request: IncomingMessage, uploads: Uploads, windows: Windows): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://window')
  const window = searchParams.get('window') ?? ''
  if (!windows.has(window)) throw usageError('upload.no-window', 'An upload belongs to an open Vidimus window: reload the window and add the file again.')
  if (request.method === 'DELETE') {
    await uploads.drop(pathname.slice('/upload/'.length))
    return {}
  }
  if (request.method !== 'PUT' || pathname !== '/upload') throw usageError('upload.no-method', 'Files are sent with PUT /upload.')
  const length = request.headers['content-length']
  if (length === undefined) throw usageError('upload.no-length', 'An upload must say how long it is.')
  return { upload: await uploads.receive(window, request, Number(length)) }
}

function end(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...securityHeaders('none') })
  response.end(JSON.stringify(reply))
}

function linger(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), LINGER_MS)
  request.once('close', () => clearTimeout(timer))
}
