import { CROP_SIDE, TEMPLATE } from '../../../shared/geometry/alignment'
import type { CropPair, SignedMaps } from '../explainer'

/** Standard deviation as a share of the crop's width: the face from brow to chin. */
export const CENTRE_SIGMA = 0.25

/**
 * The same map for every pair: a Gaussian of height 1 on the middle of the five points that faces are aligned to. What
 * a method gains by pointing at the face and nothing else.
 */
export function centreMaps({ a: { width, height } }: CropPair): SignedMaps {
  const [cx, cy] = [centreOf('x') * width, centreOf('y') * height]
  const sigma = CENTRE_SIGMA * width
  const map = Float32Array.from({ length: width * height }, (_, i) => Math.exp(-(((i % width) - cx) ** 2 + (Math.floor(i / width) - cy) ** 2) / (2 * sigma ** 2)))
  return { width, height, a: map, b: map }
}

/** As a share of the crop's side. */
const centreOf = (axis: 'x' | 'y'): number => TEMPLATE.reduce((sum, point) => sum + point[axis], 0) / TEMPLATE.length / CROP_SIDE
