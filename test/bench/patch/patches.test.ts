import { describe, expect, it } from 'vitest'
import { choosePairs, personOf } from '../../../src/main/bench/patch/choosePairs'
import { applyPatches, drawPatches, HARDENED, PLAIN } from '../../../src/main/bench/patch/patches'
import type { BenchmarkPair } from '../../../src/main/bench/lfwPairs'
import { random } from '../../../src/shared/random'

const flat = (value: number, side = 112) => ({ width: side, height: side, data: new Uint8Array(side * side * 3).fill(value) })

describe('drawn patches', () => {
  const many = Array.from({ length: 200 }, (_, i) => drawPatches(random(1, i), 112, PLAIN)).flat()

  it('lie at columns and rows 0 to 95, each as often as another', () => {
    expect(many.length).toBe(200 * 27)
    for (const axis of ['column', 'row'] as const) {
      expect([Math.min(...many.map((patch) => patch[axis])), Math.max(...many.map((patch) => patch[axis]))]).toEqual([0, 95])
      const mean = many.reduce((sum, patch) => sum + patch[axis], 0) / many.length
      expect(Math.abs(mean - 47.5)).toBeLessThan(3 * (96 / Math.sqrt(12 * many.length)))
    }
  })

  it('cover about 41 % of the pixels, as the paper says', () => {
    const share = Array.from({ length: 200 }, (_, i) => applyPatches(flat(0), flat(1), drawPatches(random(2, i), 112, PLAIN), PLAIN).data.reduce((sum, value) => sum + value, 0) / (112 * 112 * 3))
    expect(share.reduce((a, b) => a + b) / share.length).toBeCloseTo(0.41, 1.5)
  })

  it('come from the same place at the same brightness; hardened ones from near it', () => {
    expect(many.every(({ column, row, fromColumn, fromRow, gain }) => column === fromColumn && row === fromRow && gain === 1)).toBe(true)
    const hard = Array.from({ length: 50 }, (_, i) => drawPatches(random(3, i), 112, HARDENED)).flat()
    expect(hard.some(({ column, fromColumn }) => column !== fromColumn)).toBe(true)
    for (const { column, row, fromColumn, fromRow, gain } of hard) {
      expect(Math.max(Math.abs(column - fromColumn), Math.abs(row - fromRow))).toBeLessThanOrEqual(4)
      expect(fromColumn >= 0 && fromColumn <= 96 && fromRow >= 0 && fromRow <= 96).toBe(true)
      expect(gain >= 0.8 && gain <= 1.25).toBe(true)
    }
  })
})

describe('applied patches', () => {
  it('copy exactly 16 x 16 pixels and touch nothing else', () => {
    const source = { ...flat(0), data: Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => i % 251) }
    const patched = applyPatches(flat(255), source, [{ column: 10, row: 20, fromColumn: 10, fromRow: 20, gain: 1 }], PLAIN)
    for (let i = 0; i < 112 * 112; i++) {
      const inside = i % 112 >= 10 && i % 112 < 26 && i >= 20 * 112 && i < 36 * 112
      expect(patched.data[3 * i]).toBe(inside ? source.data[3 * i] : 255)
    }
  })

  it('fade in over their edge and never wrap around when brightened', () => {
    const { data } = applyPatches(flat(0), flat(240), [{ column: 0, row: 0, fromColumn: 0, fromRow: 0, gain: 1.25 }], HARDENED)
    const row8 = Array.from({ length: 17 }, (_, x) => data[(8 * 112 + x) * 3])
    expect(row8.slice(0, 4)).toEqual([75, 150, 225, 255])
    expect(row8.slice(12)).toEqual([255, 225, 150, 75, 0])
  })
})

describe('chosen pairs', () => {
  const photo = (name: string, n: number): string => `${name}/${name}_000${n}.jpg`
  const genuine = ['A', 'B', 'C', 'D'].map((name): BenchmarkPair => ({ a: photo(name, 1), b: photo(name, 2), genuine: true, fold: 1 }))
  const impostor = [['A', 'E'], ['E', 'B'], ['F', 'E'], ['C', 'D']].map(([x, y]): BenchmarkPair => ({ a: photo(x!, 1), b: photo(y!, 1), genuine: false, fold: 1 }))
  const photosOf = async (person: string): Promise<string[]> => ('ABCD'.includes(person) ? [photo(person, 1), photo(person, 2)] : [photo(person, 1)])
  const choose = (hardened: boolean, limit: number | null = null, seed = 1) => choosePairs([...genuine, ...impostor], { seed, hardened, limit, photosOf })

  it('take patches from the second photo of an impostor pair, from someone else in a genuine one', async () => {
    const { chosen, leftOut } = await choose(false)
    expect([chosen.length, leftOut]).toEqual([8, []])
    for (const { genuine: same, a, b, source } of chosen) expect(same ? personOf(source) !== personOf(a) : source === b).toBe(true)
    expect(chosen).toEqual((await choose(false)).chosen)
    expect(chosen).not.toEqual((await choose(false, null, 2)).chosen)
  })

  it('are half genuine, half impostor where limited', async () => {
    const { chosen } = await choose(false, 4)
    expect(chosen.map(({ index }) => index)).toEqual([0, 2, 4, 6])
  })

  it('of the hardened set take another photo of the second person, exchange the two or leave the pair out', async () => {
    const { chosen, leftOut } = await choose(true)
    const impostors = chosen.filter((pair) => !pair.genuine)
    expect(impostors.map(({ a, b, source }) => [a, b, source])).toEqual([[photo('E', 1), photo('A', 1), photo('A', 2)], [photo('E', 1), photo('B', 1), photo('B', 2)], [photo('C', 1), photo('D', 1), photo('D', 2)]])
    expect(leftOut).toMatchObject([{ a: photo('F', 1), b: photo('E', 1) }])
    expect(chosen.filter((pair) => pair.genuine).length).toBe(3)
  })
})
