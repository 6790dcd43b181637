import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { usageError } from '../../../../shared/errors'
import type { FileNames } from '../../../services/reports/makeFiles'
import { whileUnfinished } from '../interrupt'
import { diskError } from './diskError'

/**
 * Where a report goes: FILE.pdf with FILE.json and FILE.sha256 beside, all of them or none. Made before the work starts,
 * so that what can't be written is told at once.
 */
export class ReportTarget {
  private readonly mark: { done(): void }

  private constructor(
    readonly folder: string,
    readonly names: FileNames,
    /** Holds the files while they are made. */
    readonly draft: string,
    private readonly force: boolean
  ) {
    this.mark = whileUnfinished(draft)
  }

  /**
   * @param force files that are there give way
   * @throws VidimusError `out.pdf`, `out.taken` (usage), `out.unwritable`, `out.full` (fault)
   */
  static open(path: string, force: boolean): ReportTarget {
    if (!/.\.pdf$/i.test(basename(path))) throw usageError('out.pdf', `"${path}" must be the name of a file that ends in .pdf; its JSON and its hashes go beside it.`)
    const target = resolve(path)
    const stem = basename(target).slice(0, -'.pdf'.length)
    const names = { pdf: basename(target), json: `${stem}.json`, sha256: `${stem}.sha256` }
    const folder = dirname(target)
    if (!force) refuseTaken(folder, names)
    try {
      const draft = join(folder, `.${stem}-${randomUUID()}.part`)
      mkdirSync(draft)
      return new ReportTarget(folder, names, draft, force)
    } catch (cause) {
      throw diskError(path, cause)
    }
  }

  get paths(): string[] {
    return Object.values(this.names).map(name => join(this.folder, name))
  }

  /** Gives the files their names, the PDF last. @throws VidimusError `out.taken` (usage), `out.*` (fault); the draft is gone then */
  async save(): Promise<void> {
    try {
      if (!this.force) refuseTaken(this.folder, this.names)
      for (const name of [this.names.json, this.names.sha256, this.names.pdf]) renameSync(join(this.draft, name), join(this.folder, name))
      rmSync(this.draft, { recursive: true })
      this.mark.done()
    } catch (cause) {
      await this.discard()
      throw diskError(join(this.folder, this.names.pdf), cause)
    }
  }

  async discard(): Promise<void> {
    await rm(this.draft, { recursive: true, force: true })
    this.mark.done()
  }
}

function refuseTaken(folder: string, names: FileNames): void {
  const present = Object.values(names).find(name => existsSync(join(folder, name)))
  if (present !== undefined) throw usageError('out.taken', `"${join(folder, present)}" is there already, and Vidimus replaces nothing in silence. Choose another name with --out, or say --force.`)
}
