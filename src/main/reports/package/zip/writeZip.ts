/**
 * The zip of a package, byte for byte the same for the same entries: nothing is compressed, and no entry has a time or an
 * owner. So nothing inside can blow up when it is read, and a reader can make the frame again and compare it (checkFrame.ts).
 */
import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface PackedEntry {
  name: string
  /** Bytes; the content must have exactly as many. */
  size: number
  content: () => Readable | Promise<Readable>
}

/** A zip's times know no zone: the same date of any zone's own calendar gives the same bytes. */
const plain = () => ({ compress: false, mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true })

/** The bytes of the zip. An entry's content that fails or has another size than was said destroys the stream with that error. */
export function zipStream(entries: readonly PackedEntry[]): Readable {
  const zip = new ZipFile()
  const out = new PassThrough({ highWaterMark: 1 << 20 })
  const fail = (error: unknown): void => void out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  for (const { name, size, content } of entries)
    zip.addReadStreamLazy(name, { ...plain(), size }, done => {
      void Promise.resolve()
        .then(content)
        .then(stream => done(null, stream.on('error', fail)), fail)
    })
  zip.end()
  zip.outputStream.on('error', fail).pipe(out)
  return out
}
