import { open, type FileHandle } from 'node:fs/promises'
import { constants } from 'node:fs'
import { inputError, VidimusError } from '../../../shared/errors'

/** Protocol Buffers allow no message of 2 GiB or more; such models keep their weights in files beside them. */
const MAX_MODEL_BYTES = 2 ** 31 - 1

/**
 * The bytes of an ONNX file.
 *
 * @param alsoNot what else the name was taken for, for the message where there is no such file
 * @throws VidimusError (input) `model.missing-file`, `model.directory`, `model.unreadable`, `model.too-large`
 */
export async function readModelFile(path: string, alsoNot = ''): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    await refuseOdd(file, path)
    return new Uint8Array(await file.readFile())
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : unreadable(path, cause, alsoNot)
  } finally {
    await file?.close()
  }
}

async function refuseOdd(file: FileHandle, path: string): Promise<void> {
  const stat = await file.stat()
  if (stat.isDirectory()) throw inputError('model.directory', `"${path}" is a folder. Name the .onnx file in it.`)
  if (!stat.isFile()) throw inputError('model.unreadable', `"${path}" is a device, pipe or socket. Name an .onnx file.`)
  if (stat.size > MAX_MODEL_BYTES) throw inputError('model.too-large', `"${path}" has ${stat.size} bytes; an ONNX file has at most ${MAX_MODEL_BYTES}.`)
}

function unreadable(path: string, cause: unknown, alsoNot: string): VidimusError {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  if (errno === 'ENOENT' || errno === 'ENOTDIR') return inputError('model.missing-file', `There is no model file "${path}"${alsoNot}. Check the path.`, { cause })
  return inputError('model.unreadable', `The model file "${path}" could not be read (${errno}). Check its permissions and its disk.`, { cause })
}
