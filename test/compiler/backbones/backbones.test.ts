import { describe, expect, it } from 'vitest'
import { BACKBONES, SPELLINGS, spelledAs } from './index'
import { ModelCheck, type Variant } from './check'

const VARIANTS: readonly Variant[] = [
  { batch: 1, style: 'plain', exact: true },
  { batch: 2, style: 'plain', exact: false },
  { batch: 3, style: 'blocked', exact: true }
]

describe.each(BACKBONES)('$name', ({ build, since }) => {
  it.each(SPELLINGS.filter(({ opset }) => opset >= since).map((spelling) => ({ spelling, name: spelledAs(spelling) })))('$name', async ({ spelling }) => {
    const check = await ModelCheck.open(build(spelling).bytes)
    for (const variant of VARIANTS) {
      const { forward, along, across } = await check.gradient(variant)
      expect(forward, JSON.stringify(variant)).toBeLessThan(1e-4)
      expect(along, JSON.stringify(variant)).toBeLessThan(1e-2)
      expect(across, JSON.stringify(variant)).toBeLessThan(0.1)
    }
    await check.release()
  })
})
