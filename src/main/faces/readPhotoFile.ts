import { open, type FileHandle } from 'node:fs/promises'
import { inputError, VidimusError } from '../../shared/errors'
import { HEAD_BYTES, requireFormat, type PhotoFormat } from './format'
import { MAX_FILE_BYTES } from './limits'

const CURES: Record<string, [code: string, text: string]> = {
  ENOENT: ['file.missing', 'does not exist. Check the spelling of the path'],
  ENOTDIR: ['file.missing', 'does not exist: a part of the path is a file, not a folder. Check the path'],
  EISDIR: ['file.directory', 'is a folder. Name a photo in it'],
  EACCES: ['file.unreadable', 'may not be read by this user. Ask for read permission or copy it to a folder of yours'],
  EPERM: ['file.unreadable', 'may not be read by this user. Ask for read permission or copy it to a folder of yours'],
  ELOOP: ['file.unreadable', 'is a symbolic link that points at itself. Name the photo itself'],
  ENAMETOOLONG: ['file.missing', 'is longer than a path may be. Check the path'],
  EIO: ['file.unreadable', 'could not be read from its disk. Check the medium, and work on a copy']
}

/**
 * The untouched bytes of a photo file.
 *
 * @param path file path
 * @param limit most bytes to read
 * @throws VidimusError (input) `file.missing`, `file.directory`, `file.unreadable`, `file.special`, `file.empty`, `file.too-large`.
 */
export async function readPhotoFile(path: string, limit = MAX_FILE_BYTES): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await openRegular(path)
    return await readAtMost(file, path, limit)
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : readError(path, cause)
  } finally {
    await file?.close()
  }
}

/** What can be known of a photo file without decoding it. */
export interface PhotoFile {
  format: PhotoFormat
  /** Bytes. */
  size: number
  modified: Date
}

/**
 * Refuses what can't be a photo by its kind, size and first bytes.
 * @throws VidimusError (input) as `readPhotoFile`, and `photo.unknown`.
 */
export async function checkPhotoFile(path: string, limit = MAX_FILE_BYTES): Promise<PhotoFile> {
  let file: FileHandle | undefined
  try {
    file = await openRegular(path)
    const { size, mtime } = await file.stat()
    refuseSize(path, size, limit)
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return { format: requireFormat(buffer.subarray(0, bytesRead)), size, modified: mtime }
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : readError(path, cause)
  } finally {
    await file?.close()
  }
}

/** Non-blocking, because opening a pipe that nobody writes to would wait for ever. */
async function openRegular(path: string): Promise<FileHandle> {
  const { O_RDONLY, O_NONBLOCK = 0 } = (await import('node:fs')).constants
  const file = await open(path, O_RDONLY | O_NONBLOCK)
  const stat = await file.stat()
  if (stat.isFile()) return file
  await file.close()
  if (stat.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
  throw inputError('file.special', `"${path}" is a device, pipe or socket, not a photo file. Name a photo file.`)
}

async function readAtMost(file: FileHandle, path: string, limit: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  if (size > limit) refuseSize(path, size, limit)
  const bytes = new Uint8Array(await file.readFile())
  refuseSize(path, bytes.length, limit)
  return bytes
}

function refuseSize(path: string, size: number, limit: number): void {
  if (size > limit)
    throw inputError('file.too-large', `"${path}" has ${size} bytes; Vidimus reads photos up to ${limit} bytes. Use a copy of the photo in a compressed format.`)
  if (size === 0) throw inputError('file.empty', `"${path}" is empty (0 bytes). Get the file again from its source.`)
}

function readError(path: string, cause: unknown): VidimusError {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  const [code, text] = CURES[errno] ?? ['file.unreadable', `could not be read (${errno}). Check the file and its disk`]
  return inputError(code, `"${path}" ${text}.`, { cause })
}
