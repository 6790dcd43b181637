import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { Tools } from '../../../src/main/explain/tools'
import { explainBy } from '../../../src/main/explain/methods'
import { xfacePatches } from '../../../src/main/explain/methods/xface'
import { openPhoto } from '../../../src/main/faces/photo'
import type { Crop } from '../../../src/main/explain/explanation'
import { sharedFolder } from '../../faces/support'
import { relativeError } from '../../support/numbers'
import { defaultRecognizer } from '../../support/recognizer'

const golden = sharedFolder('golden/xssab')

async function crop(path: string): Promise<Crop> {
  const { width, height, data } = (await openPhoto(await readFile(path))).working
  return { width, height, rgb: data }
}

const floats = async (path: string): Promise<Float32Array> => new Float32Array(new Uint8Array(await readFile(path)).buffer)

describe('the patches of xFace', () => {
  it('are 21 x 21, 20 x 20 and 17 x 17 places, each one pixel wider than its size and inside the crop', () => {
    const patches = xfacePatches(112, 112)
    expect([7, 14, 28].map((size) => patches.filter((patch) => patch.size === size).length)).toEqual([441, 400, 289])
    for (const { size, rectangle: { left, top, right, bottom } } of patches) {
      expect([right - left, bottom - top]).toEqual([size + 1, size + 1])
      expect(Math.max(right, bottom)).toBeLessThanOrEqual(112)
    }
  })
})

describe.skipIf(golden === null)('xFace on golden pairs', () => {
  it.each(['pair0', 'pair5'])('gives the maps of another program for %s, all variants from one series of forward passes', { timeout: 600_000 }, async (name) => {
    const tools = new Tools(defaultRecognizer(), { threads: 1 })
    const pair = { a: await crop(`${golden}/${name}/a.png`), b: await crop(`${golden}/${name}/b.png`) }
    const steps: [number, number][] = []
    for (const variant of [1, 2, 3] as const) {
      const maps = await explainBy(`xface${variant}`, { pair, threshold: 0.24, seed: 1, progress: (...step) => void steps.push(step) }, tools)
      for (const side of ['a', 'b'] as const) expect(relativeError(maps[side], await floats(`${golden}/${name}/xface${variant}_${side}.f32`)), `xface${variant} ${side}`).toBeLessThan(1e-3)
    }
    expect([steps.length, steps.at(-1)]).toEqual([2262, [2262, 2262]])
    await tools.release()
  })

  it('stops between two runs when told', async () => {
    const tools = new Tools(defaultRecognizer(), { threads: 1 })
    const pair = { a: await crop(`${golden}/pair0/a.png`), b: await crop(`${golden}/pair0/b.png`) }
    const stop = new AbortController()
    let seen = 0
    const progress = (done: number): void => {
      seen = done
      if (done === 3) stop.abort()
    }
    await expect(explainBy('xface2', { pair, threshold: 0.24, seed: 1, progress, signal: stop.signal }, tools)).rejects.toMatchObject({ kind: 'cancelled' })
    expect(seen).toBe(3)
    await tools.release()
  })
})
