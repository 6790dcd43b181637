import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { VidimusError } from '../../src/shared/errors'
import { random, randomBelow, type Random } from '../../src/shared/random'
import { openLibrary, type Library } from '../../src/main/cases/library'
import { actor, filledCase, newRun, scratchFolder, scratchLibrary } from './support'

const ROUNDS = 30

/** A closed library with some hundred pages, and its folder's copy for each damage. */
async function sound(): Promise<{ folder: string; bytes: Buffer }> {
  const library = await scratchLibrary()
  for (let i = 0; i < 12; i++) {
    const { comparison } = filledCase(library, `case ${i}`)
    library.write.addRun(comparison.id, newRun(i / 12))
    library.write.saveConclusion(comparison.id, 0, { level: null, same: 's', different: 'd', rationale: 'distortion' }, [])
  }
  library.close()
  return { folder: library.folder, bytes: readFileSync(join(library.folder, 'library.sqlite')) }
}

const DAMAGES: Record<string, (bytes: Buffer, next: Random) => Buffer> = {
  'a byte changed': (bytes, next) => overwrite(bytes, randomBelow(next, bytes.length), 1, next),
  'sixty bytes changed': (bytes, next) => Array.from({ length: 60 }).reduce<Buffer>(damaged => overwrite(damaged, randomBelow(next, bytes.length), 1, next), bytes),
  'a page of noise': (bytes, next) => overwrite(bytes, 4096 * randomBelow(next, bytes.length / 4096), 4096, next),
  'a page of zeros': (bytes, next) => Buffer.from(bytes).fill(0, ...pageOf(bytes, next)),
  'the header zeroed': bytes => Buffer.from(bytes).fill(0, 0, 100),
  'the header changed': (bytes, next) => overwrite(bytes, randomBelow(next, 100), 1, next),
  'the end cut off': (bytes, next) => bytes.subarray(0, randomBelow(next, bytes.length)),
  'pages swapped': (bytes, next) => swap(bytes, pageOf(bytes, next), pageOf(bytes, next)),
  'another file': (_bytes, next) => Buffer.from(Array.from({ length: 5000 }, () => randomBelow(next, 256)))
}

function overwrite(bytes: Buffer, at: number, length: number, next: Random): Buffer {
  const damaged = Buffer.from(bytes)
  for (let i = at; i < at + length; i++) damaged[i] = randomBelow(next, 256)
  return damaged
}

const pageOf = (bytes: Buffer, next: Random): [number, number] => {
  const page = randomBelow(next, bytes.length / 4096)
  return [4096 * page, 4096 * (page + 1)]
}

function swap(bytes: Buffer, a: [number, number], b: [number, number]): Buffer {
  const swapped = Buffer.from(bytes)
  bytes.copy(swapped, a[0], ...b)
  bytes.copy(swapped, b[0], ...a)
  return swapped
}

/** Everything a window might ask. */
function askAll({ read }: Library): void {
  const page = { offset: 0, limit: 500 }
  read.counts()
  read.tags()
  const { rows } = read.cases({ text: '', status: ['open'], tag: null, sort: 'title', descending: false, ...page })
  for (const { id } of rows) {
    read.case(id)
    read.exhibits({ case: id, removed: true, ...page })
    for (const comparison of read.comparisons({ case: id, decision: null, sort: 'cosine', descending: true, removed: true, ...page }).rows) {
      for (const run of read.runs(comparison.id, page).rows) read.run(run.id)
      read.conclusions(comparison.id)
    }
  }
  read.search('distortion', 50)
  read.audit({ case: null, newestFirst: true, ...page })
}

/** What goes wrong must be an error of ours. */
async function errorOf(work: () => unknown): Promise<VidimusError | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof VidimusError) return error
    throw error
  }
}

/** Opens, asks and writes. */
async function use(folder: string, mode: 'write' | 'read'): Promise<{ opened: boolean; errors: VidimusError[] }> {
  let library: Library | undefined
  const errors = [
    await errorOf(async () => (library = await openLibrary(folder, { mode, actor: () => actor }))),
    await errorOf(() => library && askAll(library)),
    await errorOf(() => mode === 'write' && library && filledCase(library, 'new')),
    await errorOf(() => library?.close())
  ]
  return { opened: library !== undefined, errors: errors.filter(error => error !== null) }
}

describe('a damaged database', () => {
  it.each(Object.keys(DAMAGES))('%s: an error in words or none, and nothing is written to what is refused', async damage => {
    const { folder, bytes } = await sound()
    const next = random(7, damage)
    const place = join(scratchFolder(), 'library')
    let refused = 0
    for (let round = 0; round < ROUNDS; round++) {
      cpSync(folder, place, { recursive: true, force: true })
      const damaged = DAMAGES[damage]!(bytes, next)
      const file = join(place, 'library.sqlite')
      writeFileSync(file, damaged)
      const reading = await use(place, 'read')
      expect(readFileSync(file).equals(damaged)).toBe(true)
      const writing = await use(place, 'write')
      for (const { code } of [...reading.errors, ...writing.errors]) expect(code).toMatch(/^library\.(corrupt|newer)$/)
      if (writing.opened) continue
      refused++
      expect(readFileSync(file).equals(damaged)).toBe(true)
    }
    if (!/changed/.test(damage)) expect(refused).toBeGreaterThan(ROUNDS / 2)
  })

  it('says how to recover, and changes nothing', async () => {
    const { folder, bytes } = await sound()
    const file = join(folder, 'library.sqlite')
    const damaged = Buffer.from(bytes).fill(0, 4096 * 3, 4096 * 40)
    writeFileSync(file, damaged)
    for (const mode of ['write', 'read'] as const) {
      const refused = openLibrary(folder, { mode, actor: () => actor })
      await expect(refused).rejects.toMatchObject({ kind: 'input', code: 'library.corrupt', message: expect.stringMatching(/damaged: .*copy the whole folder.*evidence.*backup.*\.recover/) })
      expect(readFileSync(file).equals(damaged)).toBe(true)
    }
  })

  it.each([
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['a database of another program', (file: string) => {
      writeFileSync(file, '')
      new Sqlite(file).exec('CREATE TABLE cases (id); INSERT INTO cases VALUES (1)').close()
    }]
  ])('%s is not taken for a library', async (_what, make) => {
    const folder = scratchFolder()
    make(join(folder, 'library.sqlite'))
    const before = readFileSync(join(folder, 'library.sqlite'))
    await expect(openLibrary(folder, { mode: 'write', create: true, actor: () => actor })).rejects.toMatchObject({ kind: 'input', code: 'library.corrupt' })
    expect(readFileSync(join(folder, 'library.sqlite')).equals(before)).toBe(true)
  })
})
