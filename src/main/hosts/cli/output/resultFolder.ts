import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { usageError } from '../../../../shared/errors'
import { whileUnfinished } from '../interrupt'
import { diskError, taken } from './diskError'

/** Files of one result, by path inside its folder. */
export type ResultFiles = ReadonlyMap<string, Uint8Array | string>

/** The file that says "a result is here"; it arrives last. */
export const RESULT_FILE = 'result.json'

/**
 * A folder for one result, whole or not at all: files are written to a hidden draft on the same disk and moved when all
 * are there. Made before the work starts, so that a folder that can't be written is told at once.
 */
export class ResultFolder {
  private readonly mark: { done(): void }

  private constructor(
    readonly path: string,
    private readonly draft: string,
    /** The first folder that had to be made on the way to the draft. */
    private readonly made: string | undefined
  ) {
    this.mark = whileUnfinished(made ?? draft)
  }

  /**
   * @param names files that will come beside the result, where they are known: none of them may be there
   * @throws VidimusError `out.empty`, `out.taken` (usage) where a result or one of these files is already, `out.unwritable`, `out.full` (fault)
   */
  static async open(path: string, names: readonly string[] = []): Promise<ResultFolder> {
    if (path.trim() === '') throw usageError('out.empty', 'The folder for the result has no name. Name one with --out, or leave --out away.')
    const target = resolve(path)
    try {
      const into = await draftParent(target, names)
      const draft = join(into, `.${basename(target)}-${randomUUID()}.part`)
      // Synchronous, as is every step that makes or moves a folder: an interrupt must find it made and entered, or not made.
      const made = mkdirSync(into, { recursive: true })
      mkdirSync(draft)
      return new ResultFolder(target, draft, made)
    } catch (cause) {
      throw diskError(path, cause)
    }
  }

  /**
   * @param replace files of the same names give way (never those of a result)
   * @throws VidimusError `out.full`, `out.unwritable` (fault), `out.taken` (usage); the draft is gone then
   */
  async save(files: ResultFiles, replace = false): Promise<void> {
    try {
      for (const [name, data] of files) await writeInto(this.draft, name, data)
      if (existsSync(this.path)) this.moveEach(replace)
      else renameSync(this.draft, this.path)
      this.mark.done()
    } catch (cause) {
      await this.discard()
      throw diskError(this.path, cause)
    }
  }

  async discard(): Promise<void> {
    await rm(this.made ?? this.draft, { recursive: true, force: true })
    this.mark.done()
  }

  /** Into a folder that was there before: result.json last, so that an incomplete result never looks complete. */
  private moveEach(replace: boolean): void {
    const names = readdirSync(this.draft).sort((x, y) => Number(x === RESULT_FILE) - Number(y === RESULT_FILE))
    const present = new Set(readdirSync(this.path))
    if (!replace && names.some((name) => present.has(name))) throw taken(this.path)
    for (const name of names) renameSync(join(this.draft, name), join(this.path, name))
    rmSync(this.draft, { recursive: true })
  }
}

/** Inside the folder where there is one (it may be a disk of its own), beside it where there is none. */
async function draftParent(target: string, names: readonly string[]): Promise<string> {
  const found = await stat(target).catch(() => undefined)
  if (found === undefined) return dirname(target)
  if (!found.isDirectory()) throw Object.assign(new Error('a file'), { code: 'EEXIST' })
  if ([RESULT_FILE, ...names].some((name) => existsSync(join(target, name)))) throw taken(target)
  return target
}

async function writeInto(folder: string, name: string, data: Uint8Array | string): Promise<void> {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  await writeFile(file, data)
}

/** `A-B.vidimus` in the current folder, or the first `A-B.vidimus-N` that holds no result. */
export function freeFolder(a: string, b: string): string {
  const stem = (path: string): string => basename(path).replace(/(?<=.)\.[^.]*$/, '')
  const name = `${stem(a)}-${stem(b)}.vidimus`
  const isTaken = (folder: string): boolean => existsSync(join(folder, RESULT_FILE))
  if (!isTaken(name)) return name
  let n = 2
  while (isTaken(`${name}-${n}`)) n++
  return `${name}-${n}`
}
