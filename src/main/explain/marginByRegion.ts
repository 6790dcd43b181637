import { REGIONS, regionGrid, type Region } from '../../shared/domain/regions'
import type { LayerExplanation } from './layers'

/** The margin in parts, in units of the cosine. All regions and the rest add up to cosine - threshold. */
export interface MarginByRegion {
  /** Above 0 the region argues for the same source. */
  regions: Record<Region, number>
  /** What no place in the image adds (LayerMaps.rest). */
  rest: number
}

/** What each region of the aligned frame (shared/domain/regions) adds to the margin, by xSSAB-L's contributions of one image. */
export function marginByRegion(explanation: LayerExplanation, image: 'a' | 'b'): MarginByRegion {
  const { contributions, rest } = explanation[image]
  const regions = Object.fromEntries(REGIONS.map((region) => [region, 0])) as Record<Region, number>
  regionGrid(explanation).forEach((region, pixel) => (regions[REGIONS[region]!] += contributions[pixel]!))
  return { regions, rest }
}
