import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Delivery } from '../../../shared/domain/casePackage'
import { safeFileName } from '../../files/safeFileName'
import type { OutgoingFile } from '../../services/host'

interface Offer extends OutgoingFile {
  timer: NodeJS.Timeout
}

/**
 * Files that may be downloaded, each under a random id for a while. An id is looked up, never read as a path: nothing
 * that comes from outside ever names a file.
 */
export class Downloads {
  readonly #offers = new Map<string, Offer>()

  constructor(private readonly expireMs: number) {}

  offer(file: OutgoingFile): Delivery {
    const id = randomUUID()
    const name = safeFileName(file.name)
    this.#offers.set(id, { ...file, name, timer: setTimeout(() => this.#expire(id), this.expireMs).unref() })
    return { kind: 'download', url: `/download/${id}`, name }
  }

  /** The file offered under an id, or undefined where there is none, or no longer. */
  get(id: string): OutgoingFile | undefined {
    return this.#offers.get(id)
  }

  /** At the end of the program; synchronous, so that it works in an exit listener too. */
  close(): void {
    for (const id of this.#offers.keys()) this.#expire(id)
  }

  #expire(id: string): void {
    const offer = this.#offers.get(id)
    if (!offer) return
    clearTimeout(offer.timer)
    this.#offers.delete(id)
    if (offer.temporary) rmSync(offer.path, { force: true })
  }
}
