import { describe, expect, it } from 'vitest'
import { subsetOf } from '../../../src/main/bench/dpr/subset'
import type { PatchSet } from '../../../src/main/bench/patch/manifest'
import { PLAIN } from '../../../src/main/bench/patch/patches'

const HASH = '0'.repeat(64)
const file = { file: 'x.png', sha256: HASH }
/** Folds 1 to 3, in each two genuine pairs, then two impostor pairs. */
const set: PatchSet = {
  plan: { format: 'vidimus-patch-set-1', variant: 'patch-lfw', seed: 1, pairsLimit: null, pairsSha256: HASH, patches: PLAIN, faceModels: { detection: HASH, landmarks: HASH } },
  pairs: Array.from({ length: 12 }, (_, index) => ({ index, genuine: index % 4 < 2, fold: Math.floor(index / 4) + 1, photos: { a: 'a', b: 'b', source: 'b' }, photoSha256: { a: '', b: '', source: '' }, original: file, patched: file, patchList: file, b: file })),
  leftOut: []
}
const chosen = (subset: Parameters<typeof subsetOf>[1]): number[] => subsetOf(set, subset).pairs.map(({ index }) => index)

describe('part of a set', () => {
  it('is all of it, some folds, so many pairs of each kind spread over them, or both', () => {
    expect(chosen({})).toEqual(set.pairs.map(({ index }) => index))
    expect(chosen({ folds: [2, 3] })).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
    expect(chosen({ pairsLimit: 6 })).toEqual([0, 2, 4, 6, 8, 10])
    expect(chosen({ folds: [2, 3], pairsLimit: 4 })).toEqual([4, 6, 8, 10])
    expect(chosen({ pairsLimit: 100 })).toHaveLength(12)
  })

  it('is refused where a kind of pairs is missing', () => {
    expect(() => chosen({ folds: [7] })).toThrow(expect.objectContaining({ code: 'set.no-pairs', kind: 'usage' }) as Error)
  })
})
