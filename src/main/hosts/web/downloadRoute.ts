import { open, type FileHandle } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { securityHeaders } from '../pages'
import type { Downloads } from './downloads'

/** `GET /download/ID`: an offered file, streamed. The caller has checked who asks. Whether it was there. */
export async function answerDownload(id: string, response: ServerResponse, downloads: Downloads): Promise<boolean> {
  const offer = downloads.get(id)
  const file = offer && (await openIfThere(offer.path))
  if (!file) return false
  const { size } = await file.stat()
  response.writeHead(200, {
    ...securityHeaders('none'),
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': attachment(offer.name)
  })
  // A reader that goes away ends the stream, and that is no error of ours; the file is closed either way.
  await pipeline(file.createReadStream(), response).catch(() => response.destroy())
  return true
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** RFC 6266: the name in ASCII for old programs, and in UTF-8 (RFC 8187). */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`
}
