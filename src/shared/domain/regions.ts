import { z } from 'zod'
import { toUsualCrop, type CropSize } from '../geometry/alignment'
import type { FaceMaps } from './caseComparison'

export const REGIONS = ['forehead', 'brows', 'eyes', 'nose', 'cheeks', 'mouth', 'chin', 'outline'] as const
export type Region = (typeof REGIONS)[number]

const MarginParts = z.object({
  /** Above 0 the region argues for the same source. */
  regions: z.record(z.enum(REGIONS), z.number()),
  /** What biases add and no place in the image does. */
  rest: z.number()
})
/** The margin in parts, by each image on its own: a face's regions and its rest add up to cosine - threshold. */
export const MarginByRegion = z.object({ a: MarginParts, b: MarginParts })
export type MarginByRegion = z.infer<typeof MarginByRegion>

/**
 * Half the width of the face's inside by height, both in pixels of the usual 112 x 112 crop, around MIDDLE: the mean jaw
 * line of 68 landmarks over 250 LFW faces, 3 pixels inwards so that the line itself counts as outline.
 */
const INSIDE: readonly (readonly [y: number, half: number])[] = [
  [-1, 30], [20, 34], [34, 36], [48, 37], [62, 36.5], [74, 35.5], [86, 33.5], [98, 30], [107, 24], [112, 19]
]
const MIDDLE = 56

/**
 * Which region a place of the usual crop belongs to. The regions are fixed areas of the aligned frame, drawn around the
 * mean landmarks, and not found in the photo at hand: on a turned face, or one with raised brows or an open mouth, the
 * features lie beside them. Together they cover the frame, each place once.
 */
export function regionAt(x: number, y: number): Region {
  const side = Math.abs(x - MIDDLE)
  if (side > insideAt(y)) return 'outline'
  if (y < 34) return 'forehead'
  if (y < 45) return 'brows'
  if (y < 60) return side > 5 ? 'eyes' : 'nose'
  if (y < 84) return side <= 9 + (y - 60) / 8 ? 'nose' : 'cheeks'
  if (y < 104) return side <= 19 ? 'mouth' : 'cheeks'
  return 'chin'
}

function insideAt(y: number): number {
  const next = INSIDE.findIndex(([below]) => below > y)
  const [y1, half1] = INSIDE[next]!
  const [y0, half0] = INSIDE[next - 1]!
  return half0 + ((half1 - half0) * (y - y0)) / (y1 - y0)
}

/** For every pixel of a crop, row-major, the position of its region in REGIONS. */
export function regionGrid(size: CropSize): Uint8Array {
  const grid = new Uint8Array(size.width * size.height)
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) {
      const place = toUsualCrop({ x, y }, size)
      grid[i] = REGIONS.indexOf(regionAt(place.x, place.y))
    }
  return grid
}

/** What one region adds to a face's maps, in the maps' own unit. */
export interface RegionContribution {
  region: Region
  /** Sum of the similar map, >= 0. */
  similar: number
  /** Sum of the dissimilar map, >= 0. */
  dissimilar: number
  /** Sum of the combined map; above 0 the region argues for the same source. */
  combined: number
  /** Its part of all that the similar and dissimilar maps hold, 0..1; all regions' add up to 1 (or 0 for maps of zeros). */
  share: number
  /** Its part of the crop's pixels, 0..1: a large region holds much simply by being large. */
  area: number
}

/** One entry a region, in the order of REGIONS. */
export function regionContributions(maps: FaceMaps): RegionContribution[] {
  const grid = regionGrid(maps)
  const rows = REGIONS.map((region): RegionContribution => ({ region, similar: 0, dissimilar: 0, combined: 0, share: 0, area: 0 }))
  grid.forEach((region, i) => {
    const row = rows[region]!
    row.similar += maps.similar[i]!
    row.dissimilar += maps.dissimilar[i]!
    row.combined += maps.combined[i]!
    row.area += 1 / grid.length
  })
  const total = rows.reduce((sum, { similar, dissimilar }) => sum + similar + dissimilar, 0)
  return total === 0 ? rows : rows.map(row => ({ ...row, share: (row.similar + row.dissimilar) / total }))
}
