import { REGIONS, regionGrid, type MarginByRegion, type Region } from '../../shared/domain/regions'
import type { LayerExplanation } from './layers'

/** What each region of the aligned frame (shared/domain/regions) adds to the margin, by xSSAB-L's contributions, in units of the cosine. */
export function marginByRegion(explanation: LayerExplanation): MarginByRegion {
  const grid = regionGrid(explanation)
  const partsOf = (side: 'a' | 'b'): MarginByRegion['a'] => {
    const { contributions, rest } = explanation[side]
    const regions = Object.fromEntries(REGIONS.map((region) => [region, 0])) as Record<Region, number>
    grid.forEach((region, pixel) => (regions[REGIONS[region]!] += contributions[pixel]!))
    return { regions, rest }
  }
  return { a: partsOf('a'), b: partsOf('b') }
}
