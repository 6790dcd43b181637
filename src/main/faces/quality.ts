import type { Box, FaceQuality, FivePoints } from '../../shared/domain/face'
import { luma, wholeBoxInside, type Pixels } from './pixels'
import type { Pose } from './pose'

const DARK = 5
const BRIGHT = 250

/**
 * Values that say how far a face can be trusted; no verdicts.
 *
 * @param crop the aligned crop
 * @param blocks the face in the photo's own pixels with its place there, or null where only a shrunk copy is at hand
 */
export function measureQuality(pose: Pose, five: FivePoints, crop: Pixels, blocks: { photo: Pixels; box: Box } | null): FaceQuality {
  const grey = luma(crop)
  return {
    interEyePx: Math.hypot(five.rightEye.x - five.leftEye.x, five.rightEye.y - five.leftEye.y),
    ...pose,
    sharpness: laplacianVariance(grey, crop.width),
    luminance: grey.reduce((sum, value) => sum + value, 0) / grey.length,
    clipped: grey.reduce((count, value) => count + (value <= DARK || value >= BRIGHT ? 1 : 0), 0) / grey.length,
    blockiness: blocks ? blockiness(blocks.photo, blocks.box) : null
  }
}

/** Variance of the 4-neighbour Laplacian over the inner pixels (Pech-Pacheco et al., ICPR 2000). */
export function laplacianVariance(grey: Float32Array, width: number): number {
  let [sum, squares, count] = [0, 0, 0]
  for (let i = width + 1; i < grey.length - width - 1; i++) {
    if (i % width === 0 || i % width === width - 1) continue
    const value = grey[i - 1]! + grey[i + 1]! + grey[i - width]! + grey[i + width]! - 4 * grey[i]!
    sum += value
    squares += value * value
    count++
  }
  return squares / count - (sum / count) ** 2
}

/**
 * How much larger the steps between neighbouring pixels are on JPEG's 8-pixel grid than beside it, over the face,
 * columns and rows together. 1 without visible blocks. Null where the face is under three blocks wide or flat.
 */
export function blockiness(photo: Pixels, face: Box): number | null {
  const box = wholeBoxInside(face, photo.width, photo.height)
  if (!box || box.width < 24 || box.height < 24) return null
  const steps: Record<'border' | 'inside', [sum: number, count: number]> = { border: [0, 0], inside: [0, 0] }
  const note = (position: number, from: number, to: number): void => {
    const kind = position % 8 === 0 ? steps.border : steps.inside
    kind[0] += Math.abs(photo.data[to]! - photo.data[from]!)
    kind[1]++
  }
  for (let y = box.y + 1; y < box.y + box.height; y++)
    for (let x = box.x + 1; x < box.x + box.width; x++) {
      // Green stands for luma: it carries most of it and needs no conversion.
      const at = (y * photo.width + x) * 3 + 1
      note(x, at - 3, at)
      note(y, at - photo.width * 3, at)
    }
  const inside = steps.inside[0] / steps.inside[1]
  return inside > 0 ? steps.border[0] / steps.border[1] / inside : null
}
