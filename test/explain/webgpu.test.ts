import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { XssabExplainer } from '../../src/main/explain/xssab'
import { demoCrop } from '../support/demoCrops'
import { relativeError } from '../support/numbers'
import { defaultRecognizer } from '../support/recognizer'

/** Chromium's software Vulkan device, as Debian installs it: the GPU path without a GPU. */
const ICD = ['/usr/lib/chromium/vk_swiftshader_icd.json', '/usr/lib64/chromium-browser/vk_swiftshader_icd.json'].find((path) => existsSync(path))

describe.skipIf(ICD === undefined)('WebGPU on a software Vulkan device (skipped where no vk_swiftshader_icd.json is installed)', () => {
  it('gives the maps of the CPU', { timeout: 420_000 }, async () => {
    process.env.VK_ICD_FILENAMES = ICD
    const pair = { a: await demoCrop('sample3.jpg', { left: 0, top: 0, width: 224, height: 224 }), b: await demoCrop('sample4.jpg', { left: 50, top: 50, width: 224, height: 224 }) }
    const [cpu, gpu] = [await XssabExplainer.open(defaultRecognizer(), { device: 'cpu' }), await XssabExplainer.open(defaultRecognizer(), { device: 'webgpu' })]
    expect(gpu.device.used).toBe('webgpu')
    const [[expected], [actual]] = [await cpu.explain([pair], 0.23), await gpu.explain([pair], 0.23)]
    await Promise.all([cpu.release(), gpu.release()])
    expect(actual?.cosine).toBeCloseTo(expected?.cosine ?? NaN, 5)
    for (const side of ['a', 'b'] as const)
      for (const map of ['positive', 'negative', 'combined', 'blurred'] as const) expect(relativeError(actual?.maps[side][map], expected?.maps[side][map] ?? []), `${map} ${side}`).toBeLessThan(1e-3)
  })
})
