import { describe, expect, it } from 'vitest'
import { marginRows } from '../../../../../src/renderer/src/features/compare/result/MarginTable'
import { digitsFor } from '../../../../../src/renderer/src/features/compare/result/RegionTable'
import { REGIONS, type Region } from '../../../../../src/shared/domain/regions'

describe('the margin by region', () => {
  const regions = (values: Partial<Record<Region, number>>): Record<Region, number> => Object.fromEntries(REGIONS.map(region => [region, values[region] ?? 0.001])) as Record<Region, number>

  it('begins with the largest part of either face, whatever its sign, and ends with what has no place', () => {
    const rows = marginRows({ a: { regions: regions({ nose: 0.02, mouth: -0.05 }), rest: 0.4 }, b: { regions: regions({ nose: -0.3 }), rest: -0.1 } })
    expect(rows.map(({ name }) => name)).toEqual(['nose', 'mouth', ...REGIONS.filter(region => region !== 'nose' && region !== 'mouth'), 'without a place'])
    expect(rows[0]).toEqual({ name: 'nose', a: 0.02, b: -0.3 })
    expect(rows.at(-1)).toEqual({ name: 'without a place', a: 0.4, b: -0.1 })
  })
})

describe('digits of sums over regions', () => {
  it('are the same for every comparison by xSSAB; of another explainer, three of the largest', () => {
    expect([0.001, 3, 4000].map(most => digitsFor(most, 'xssab'))).toEqual([2, 2, 2])
    expect([0.00123, 0.5, 3, 40, 4000, 0].map(most => digitsFor(most, 'xface1'))).toEqual([5, 3, 2, 1, 0, 9])
  })
})
