import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { VidimusError, inputError, usageError } from '../../../shared/errors'
import { removeOrphans } from '../../files/removeOrphans'
import type { UploadedFile } from '../../services/host'

export interface UploadLimits {
  maxFileBytes: number
  /** Of all uploads that wait for their import, together. */
  maxPendingBytes: number
  maxPendingFiles: number
  /** Bytes that stay free on the disk. */
  reserveBytes: number
  /** A body that stops arriving for this long is given up. */
  stalledMs: number
}

interface Pending extends UploadedFile {
  window: string
}

/**
 * Files that windows uploaded and did not import yet, each in a private folder of this process. They go when they are
 * imported, when their window goes, when the program ends, and, after a crash, when it starts again.
 */
export class Uploads {
  readonly #folder: string
  readonly #pending = new Map<string, Pending>()
  /** Uploads that are still coming in, with the bytes they announced. */
  readonly #incoming = new Map<string, number>()

  constructor(
    parent: string,
    readonly limits: UploadLimits
  ) {
    mkdirSync(parent, { recursive: true, mode: 0o700 })
    removeOrphans(parent)
    this.#folder = mkdtempSync(join(parent, `${process.pid}-`))
  }

  /**
   * Stores what a window sends, without ever holding it in memory; gives the upload's id.
   *
   * @param announced the size the window says it sends, bytes
   * @throws VidimusError `upload.too-large` (input), `upload.too-many` (usage), `upload.disk-full` (fault), `upload.aborted` (cancelled),
   * `upload.failed` (fault)
   */
  async receive(window: string, body: Readable, announced: number): Promise<string> {
    this.#checkLimits(announced)
    const id = randomUUID()
    const path = join(this.#folder, id)
    this.#incoming.set(id, announced)
    try {
      await this.#checkDisk(announced)
      await store(body, path, announced)
      this.#pending.set(id, { path, size: announced, window })
      return id
    } catch (error) {
      await rm(path, { force: true })
      throw inWords(error)
    } finally {
      this.#incoming.delete(id)
    }
  }

  /** @throws VidimusError `upload.unknown` (usage) */
  get(id: string): UploadedFile {
    const pending = this.#pending.get(id)
    if (pending) return { path: pending.path, size: pending.size }
    throw usageError('upload.unknown', `There is no upload "${id}": it was never sent, was imported already, or its window was closed. Add the file again.`)
  }

  /** Unknown ids are no error. */
  async drop(id: string): Promise<void> {
    const pending = this.#pending.get(id)
    if (!pending) return
    this.#pending.delete(id)
    await rm(pending.path, { force: true })
  }

  /** Deletes what a window uploaded and never imported. */
  async dropWindow(window: string): Promise<void> {
    const ids = [...this.#pending].filter(([, pending]) => pending.window === window).map(([id]) => id)
    await Promise.all(ids.map(id => this.drop(id)))
  }

  /** At the end of the program; synchronous, so that it works in an exit listener too. */
  close(): void {
    this.#pending.clear()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #checkLimits(bytes: number): void {
    const { maxFileBytes, maxPendingBytes, maxPendingFiles } = this.limits
    if (bytes > maxFileBytes)
      throw inputError('upload.too-large', `The file has ${inMegabytes(bytes)}; ${inMegabytes(maxFileBytes)} is the limit for a file.`, { detail: { limit: maxFileBytes } })
    const sizes = [...[...this.#pending.values()].map(({ size }) => size), ...this.#incoming.values()]
    const waiting = sum(sizes)
    if (sizes.length < maxPendingFiles && waiting + bytes <= maxPendingBytes) return
    throw usageError('upload.too-many', `${sizes.length} uploaded files (${inMegabytes(waiting)}) wait for their import: import these first, then add more.`)
  }

  async #checkDisk(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.#folder)
    if (bavail * bsize - sum([...this.#incoming.values()]) >= this.limits.reserveBytes) return
    throw diskFull(`${inMegabytes(bavail * bsize)} are left on the disk of ${this.#folder}, too little for a file of ${inMegabytes(bytes)}`)
  }
}

/** Leaves the body open after a failure: the answer still has to go back on its connection. */
async function store(body: Readable, path: string, announced: number): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      await file.appendFile(chunk)
      size += chunk.length
    }
    if (size !== announced) throw aborted()
  } finally {
    await file.close()
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`

const diskFull = (found: string): VidimusError =>
  new VidimusError('fault', 'upload.disk-full', `The file could not be taken in: ${found}. Free some space and add it again; nothing was stored of it.`)

const aborted = (): VidimusError => new VidimusError('cancelled', 'upload.aborted', 'The upload ended before the whole file had arrived; nothing was stored of it.')

function inWords(error: unknown): VidimusError {
  if (error instanceof VidimusError) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull('the disk is full')
  if (code === 'ECONNRESET' || code === 'ABORT_ERR' || code === 'ERR_STREAM_PREMATURE_CLOSE') return aborted()
  return new VidimusError('fault', 'upload.failed', `The file could not be stored: ${message}.`, { cause: error })
}
