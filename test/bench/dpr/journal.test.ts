import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Journal } from '../../../src/main/bench/dpr/journal'
import { cachedMap } from '../../../src/main/bench/dpr/mapCache'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-journal-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the journal', () => {
  it('gives back what was added, and passes over lines that a kill cut short or that are something else', async () => {
    const file = join(folder, 'a/scores.jsonl')
    const first = await Journal.open<{ index: number; score: number }>(file)
    await first.add({ index: 3, score: 0.25 })
    await writeFile(file, 'null\n7\n{"score":1}\n{"index":4,"sco', { flag: 'a' })
    const second = await Journal.open<{ index: number; score: number }>(file)
    expect([second.get(3), second.get(4)]).toEqual([{ index: 3, score: 0.25 }, undefined])
    await second.add({ index: 4, score: 0.5 })
    const third = await Journal.open<{ index: number; score: number }>(file)
    expect([third.get(3)?.score, third.get(4)?.score]).toEqual([0.25, 0.5])
  })
})

describe('the cache of maps', () => {
  it('computes once, and again where the entry was damaged', async () => {
    let computed = 0
    const map = () => cachedMap(folder, 'ab12', async () => Float32Array.of(1, -2, ++computed))
    expect([...(await map())]).toEqual([1, -2, 1])
    expect([...(await map())]).toEqual([1, -2, 1])
    const [name] = await readdir(join(folder, 'maps/ab'))
    const file = join(folder, 'maps/ab', name!)
    const bytes = await readFile(file)
    bytes[bytes.length - 1]! ^= 1
    await writeFile(file, bytes)
    expect([...(await map())]).toEqual([1, -2, 2])
  })
})
