import type { FileSource } from '../../../shared/domain/exhibit'
import { VidimusError } from '../../../shared/errors'
import { unwrap } from '../../../shared/ipc/reply'
import { windowId } from './windowId'

export interface UploadOptions {
  /** Bytes sent so far, of all. */
  onProgress?: (sent: number, total: number) => void
  /** Aborting stops the upload; nothing of it is kept, and the promise rejects with an error of kind `cancelled`. */
  signal?: AbortSignal | undefined
}

export interface FileSourceOptions extends UploadOptions {
  /** Where the file was inside a dropped folder; a chosen folder's files know it themselves. */
  path?: string | undefined
}

/**
 * The file as `exhibit.import` wants it: its path where the host can name it (desktop), else uploaded first (web).
 * The file itself is never read into memory here.
 *
 * @throws VidimusError as `upload`, or `file.no-path` (usage) on the desktop for a file that is not on disk
 */
export async function fileSource(file: File, options: FileSourceOptions = {}): Promise<FileSource> {
  const pathOf = window.vidimus?.pathOf
  if (pathOf) return { kind: 'path', path: knownPath(file, pathOf(file)) }
  const path = options.path ?? (file.webkitRelativePath || null)
  return { kind: 'upload', upload: await upload(file, options), name: file.name.slice(0, 1024) || 'unnamed', path, modified: new Date(file.lastModified).toISOString() }
}

/**
 * Sends a file to the web host; gives the upload's id. It is deleted when it is imported, dropped, or this window goes.
 *
 * @throws VidimusError `upload.too-large` (input), `upload.too-many` (usage), `upload.disk-full` (fault), `upload.aborted` (cancelled),
 * `connection.lost` (fault)
 */
export async function upload(file: File, { onProgress, signal }: UploadOptions = {}): Promise<string> {
  const reply = await send('PUT', `/upload?window=${windowId}`, file, onProgress, signal)
  return (unwrap(reply) as { upload: string }).upload
}

/** Deletes an upload that will not be imported; unknown ids and other kinds of sources are no error. */
export async function dropSource(source: FileSource): Promise<void> {
  if (source.kind === 'upload') unwrap(await send('DELETE', `/upload/${source.upload}?window=${windowId}`))
}

function knownPath(file: File, path: string): string {
  if (path !== '') return path
  throw new VidimusError('usage', 'file.no-path', `"${file.name}" is not a file on this machine's disk: save it first, then add it.`)
}

/** XMLHttpRequest, because fetch does not tell how much of a body was sent. */
function send(method: string, path: string, body: File | null = null, onProgress?: UploadOptions['onProgress'], signal?: AbortSignal): Promise<unknown> {
  if (signal?.aborted) return Promise.reject(aborted())
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    request.open(method, path)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total)
    request.onload = () => (request.response === null ? reject(lost()) : resolve(request.response))
    request.onerror = () => reject(lost())
    request.onabort = () => reject(aborted())
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort, { once: true })
    request.send(body)
  })
}

const aborted = (): VidimusError => new VidimusError('cancelled', 'upload.aborted', 'The upload was stopped.')
const lost = (): VidimusError =>
  new VidimusError('fault', 'connection.lost', 'The file could not be sent: Vidimus does not answer, or the file was changed or removed meanwhile. Add it again.')
