import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Results, each with its number, as lines of JSON, appended as they come: what a killed run had finished is there for the next one.
 * A line cut short by the kill, or damaged, is passed over and computed again.
 */
export class Journal<T extends { index: number }> {
  private constructor(
    private readonly file: string,
    private readonly entries: Map<number, T>
  ) {}

  static async open<T extends { index: number }>(file: string): Promise<Journal<T>> {
    await mkdir(dirname(file), { recursive: true })
    const text = await readFile(file, 'utf8').catch(() => '')
    // The next line must not be joined to one that was cut.
    if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n')
    return new Journal(file, new Map(text.split('\n').flatMap((line) => parsed<T>(line)).map((entry) => [entry.index, entry])))
  }

  get(index: number): T | undefined {
    return this.entries.get(index)
  }

  async add(entry: T): Promise<void> {
    await appendFile(this.file, `${JSON.stringify(entry)}\n`)
    this.entries.set(entry.index, entry)
  }

  /** For work that is done again when it is asked for again. */
  async remove(): Promise<void> {
    await rm(this.file, { force: true })
  }
}

function parsed<T extends { index: number }>(line: string): T[] {
  try {
    const entry = JSON.parse(line) as T | null
    return Number.isInteger(entry?.index) ? [entry!] : []
  } catch {
    return []
  }
}
