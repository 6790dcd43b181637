import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PatchedPair } from '../../../src/main/bench/patch/manifest'
import { WorkerPool } from '../../../src/main/hosts/cli/bench/pool'
import { buildChild, type BuiltChild } from '../worker/fixture/build'

let child: BuiltChild
beforeAll(async () => {
  child = await buildChild()
})
afterAll(() => child.remove())

const pair = (index: number): PatchedPair => ({ index }) as PatchedPair

describe('engine processes of bench dpr', () => {
  it('try a pair once more that ended their process, and say so; what ends it twice is an error', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const pool = new WorkerPool({ model: {}, modelSha256: '', setFolder: '', cacheFolder: child.folder, graphFolder: '' }, 1, child.module)
    try {
      expect(await pool.workers[0]!.base(pair(7))).toEqual({ index: 7, clean: 0.5, patched: 0.25 })
      expect(told.mock.calls).toEqual([[expect.stringMatching(/SIGABRT\) at pair 7; the pair is tried once more/)]])
      await expect(pool.workers[0]!.base(pair(-1))).rejects.toMatchObject({ code: 'engine.crashed' })
      expect(await pool.workers[0]!.base(pair(8))).toMatchObject({ index: 8 })
    } finally {
      pool.close()
      told.mockRestore()
    }
  })
})
