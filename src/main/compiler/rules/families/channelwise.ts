import type { Builder } from '../../builder'
import { float, int } from '../../onnx/attrs'
import { tensor } from '../../onnx/graph'

/**
 * Per-channel factors of [N, C, H, W] tensors. In the blocked style they are 1x1 depthwise Convs, which ONNX Runtime
 * runs in the same channel layout as the Convs around them; measured on the default model, a PRelu spelled
 * so costs a quarter of the op itself, because nothing is reordered.
 */

/** Channels come in blocks of 8 (AVX2) or 16 (AVX-512); a depthwise Conv of any other count is slow. */
const BLOCK = 16

export function isBlocked(b: Builder, x: string): boolean {
  const { dtype, dims } = b.type(x)
  return b.style === 'blocked' && dtype === 'float32' && dims.length === 4 && (dims[1] ?? 1) % BLOCK === 0
}

/** x * factors[channel] (+ bias[channel]), in the blocked style. */
function scaleBlocked(b: Builder, x: string, factors: Float32Array, bias?: Float32Array): string {
  const channels = b.constant(tensor('float32', [factors.length, 1, 1, 1], factors))
  const inputs = bias === undefined ? [x, channels] : [x, channels, b.constant(tensor('float32', [bias.length], bias))]
  return b.op('Conv', inputs, { group: int(factors.length) })
}

/** x * factors[channel] for x [N, C, ...]. */
export function scaleChannels(b: Builder, x: string, factors: Float32Array): string {
  if (isBlocked(b, x)) return scaleBlocked(b, x, factors)
  const rank = b.dims(x).length
  return b.mul(x, b.constant(tensor('float32', [factors.length, ...new Array<number>(rank - 2).fill(1)], factors)))
}

/** So steep that Clip(STEEP * x, 0, 1) is 1 for every normal x > 1e-30 and exactly 0 for x <= 0. */
const STEEP = 1e30

/** 1 where x > 0, else 0, of the shape of x. */
export function positiveMask(b: Builder, x: string): string {
  if (!isBlocked(b, x)) return b.indicator(b.op('Greater', [x, b.scalar(0)]))
  return b.op('Clip', [scaleBlocked(b, x, new Float32Array(b.dims(x)[1] ?? 1).fill(STEEP))], { min: float(0), max: float(1) })
}

/** 1 where x > 0, else low[channel], in the blocked style; callers check isBlocked. */
export function twoLevels(b: Builder, x: string, low: Float32Array): string {
  return scaleBlocked(b, positiveMask(b, x), low.map((value) => 1 - value), low)
}
