import { inputError } from '../../../shared/errors'
import type { CropPair, SignedMaps } from '../explainer'
import { gaussianBlur } from '../gaussianBlur'
import { BLUR } from '../render/shownMaps'

/**
 * -blur|I1 - I2| with no model at all: the mean over channels of the difference, 0..255, blurred 5x5 with sigma 5. It
 * finds pixels copied from one image into the other, and so shows what Patch-LFW asks of no model.
 *
 * @throws VidimusError `crop.size` (input) where the crops differ in size
 */
export function pixelCopyMaps({ a, b }: CropPair): SignedMaps {
  const { width, height } = a
  if (b.width !== width || b.height !== height) throw inputError('crop.size', `The crops are ${width}x${height} and ${b.width}x${b.height} pixels; they must be of one size. Align both again.`)
  const difference = Float32Array.from({ length: width * height }, (_, i) => -(at(a.rgb, b.rgb, 3 * i) + at(a.rgb, b.rgb, 3 * i + 1) + at(a.rgb, b.rgb, 3 * i + 2)) / 3)
  const map = gaussianBlur(difference, width, height, BLUR)
  return { width, height, a: map, b: map }
}

const at = (a: Uint8Array, b: Uint8Array, i: number): number => Math.abs(a[i]! - b[i]!)
