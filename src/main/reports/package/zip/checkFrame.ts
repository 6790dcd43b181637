/**
 * Every byte of a package counts: its frame (headers, directory, sums) is made again around the content and compared, so that
 * a changed byte is found also where no content lies. What is read on the way is hashed.
 */
import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import type { OpenZip, ZipEntry } from './readZip'
import { zipStream } from './writeZip'

export interface FrameCheck {
  /** SHA-256 of each entry's content, by its name. */
  hashes: ReadonlyMap<string, string>
  /** SHA-256 of the file. */
  sha256: string
  /** Offset of the first byte that differs from what Vidimus writes around such content; null where none does. */
  differs: number | null
}

export interface Watch {
  /** Bytes of the file that were read and are to be read. */
  progress: (done: number, total: number) => void
  signal: AbortSignal
}

/**
 * Reads a zip from its first byte to its last.
 * @throws what reading throws, and the signal's reason once it is aborted
 */
export async function checkFrame(zip: OpenZip, { progress, signal }: Watch): Promise<FrameCheck> {
  const hashes = new Map<string, string>()
  const hash = createHash('sha256')
  const file = await open(zip.path, 'r')
  let at = 0
  let differs: number | null = null
  try {
    for await (const expected of zipStream([...zip.entries.values()].map(entry => hashed(entry, hashes))) as AsyncIterable<Buffer>) {
      signal.throwIfAborted()
      const found = await readAt(file, at, expected.length)
      hash.update(found)
      differs ??= firstDifference(expected, found, at)
      at += expected.length
      progress(Math.min(at, zip.size), zip.size)
    }
    if (at < zip.size) differs ??= at
    await hashRest(file, at, hash)
    return { hashes, sha256: hash.digest('hex'), differs }
  } finally {
    await file.close()
  }
}

const hashed = ({ name, size, stream }: ZipEntry, hashes: Map<string, string>) => ({
  name,
  size,
  content: async (): Promise<Readable> => {
    const hash = createHash('sha256')
    const tap = new Transform({
      transform: (piece: Buffer, _encoding, done) => (hash.update(piece), done(null, piece)),
      flush: done => (hashes.set(name, hash.digest('hex')), done())
    })
    const source = await stream()
    return source.on('error', error => tap.destroy(error)).pipe(tap)
  }
})

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const { bytesRead } = await file.read(buffer, got, length - got, at + got)
    if (bytesRead === 0) break
    got += bytesRead
  }
  return buffer.subarray(0, got)
}

function firstDifference(expected: Buffer, found: Buffer, at: number): number | null {
  if (expected.equals(found)) return null
  const index = expected.findIndex((byte, i) => byte !== found[i])
  return at + index
}

async function hashRest(file: FileHandle, from: number, hash: Hash): Promise<void> {
  for (let at = from; ; ) {
    const piece = await readAt(file, at, 1 << 20)
    if (piece.length === 0) return
    hash.update(piece)
    at += piece.length
  }
}
