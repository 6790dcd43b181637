import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeOrphans } from '../files/removeOrphans'
import type { OutgoingFile } from './host'

/**
 * Files made to leave the program. They lie on this user's own disk, named by this process, until the host has handed
 * them out; what a crash leaves is deleted when the next file is made.
 */
export class Outgoing {
  constructor(private readonly base: string) {}

  /** A file that `write` makes at the path it is given; where that fails nothing stays. @param name as the user will find it */
  async make(name: string, write: (path: string) => Promise<void>): Promise<OutgoingFile> {
    const path = await this.#fresh()
    try {
      await write(path)
      return { path, name, temporary: true }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  /** A folder for work in between, gone when `work` ends. */
  async folder<T>(work: (path: string) => Promise<T>): Promise<T> {
    const path = await this.#fresh()
    try {
      await mkdir(path, { mode: 0o700 })
      return await work(path)
    } finally {
      await rm(path, { recursive: true, force: true })
    }
  }

  text(name: string, content: string): Promise<OutgoingFile> {
    return this.make(name, path => writeFile(path, content, { mode: 0o600 }))
  }

  async #fresh(): Promise<string> {
    await mkdir(this.base, { recursive: true, mode: 0o700 })
    removeOrphans(this.base)
    return join(this.base, `${process.pid}-${randomUUID()}`)
  }
}
