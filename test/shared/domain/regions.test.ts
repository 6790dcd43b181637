import { describe, expect, it } from 'vitest'
import { REGIONS, regionAt, regionContributions, regionGrid } from '../../../src/shared/domain/regions'
import { TEMPLATE } from '../../../src/shared/geometry/alignment'

const USUAL = { width: 112, height: 112 }

describe('regions of the aligned frame', () => {
  it('the template\u2019s points lie in the regions they are named after', () => {
    expect(TEMPLATE.map(({ x, y }) => regionAt(x, y))).toEqual(['eyes', 'eyes', 'nose', 'mouth', 'mouth'])
  })

  it.each([[56, 10, 'forehead'], [30, 40, 'brows'], [82, 40, 'brows'], [56, 55, 'nose'], [56, 80, 'nose'], [30, 75, 'cheeks'], [82, 75, 'cheeks'], [56, 96, 'mouth'], [56, 110, 'chin'], [3, 60, 'outline'], [108, 60, 'outline'], [22, 105, 'outline'], [3, 3, 'outline']] as const)(
    '(%i, %i) is %s', (x, y, region) => expect(regionAt(x, y)).toBe(region)
  )

  it.each([USUAL, { width: 160, height: 160 }, { width: 96, height: 112 }])('every pixel of $width x $height belongs to one, and every region has some', size => {
    const grid = regionGrid(size)
    expect(new Set(grid)).toEqual(new Set(REGIONS.keys()))
  })

  it('a larger crop is divided the same way, and left as right', () => {
    const share = (size: typeof USUAL) => REGIONS.map((_, k) => regionGrid(size).filter(one => one === k).length / size.width / size.height)
    share({ width: 224, height: 224 }).forEach((part, k) => expect(part).toBeCloseTo(share(USUAL)[k]!, 1.7))
    for (const [x, y] of [[31, 50], [20, 90], [44, 70]] as const) expect(regionAt(x, y)).toBe(regionAt(112 - x, y))
  })
})

describe('regionContributions', () => {
  const zero = () => new Float32Array(112 * 112)
  const at = (x: number, y: number): number => y * 112 + x

  it('puts each value into its region; everything adds up', () => {
    const maps = { ...USUAL, similar: zero(), dissimilar: zero(), combined: zero() }
    maps.similar[at(38, 52)] = 3
    maps.dissimilar[at(56, 96)] = 1
    maps.combined[at(38, 52)] = 3
    maps.combined[at(56, 96)] = -1
    const rows = regionContributions(maps)
    expect(rows.map(({ region }) => region)).toEqual(REGIONS)
    expect(rows.find(({ region }) => region === 'eyes')).toMatchObject({ similar: 3, dissimilar: 0, combined: 3, share: 0.75 })
    expect(rows.find(({ region }) => region === 'mouth')).toMatchObject({ similar: 0, dissimilar: 1, combined: -1, share: 0.25 })
    expect(rows.filter(({ share }) => share > 0)).toHaveLength(2)
    expect(rows.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(1, 9)
  })

  it('maps of zeros have shares of zero', () => {
    expect(regionContributions({ ...USUAL, similar: zero(), dissimilar: zero(), combined: zero() }).every(({ share }) => share === 0)).toBe(true)
  })
})
