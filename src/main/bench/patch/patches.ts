import { randomBelow, type Random } from '../../../shared/random'
import type { Pixels } from '../../faces/pixels'

/** How many patches of which size, and how the hardened variant blurs their traces. */
export interface PatchStyle {
  count: number
  /** Pixels. */
  side: number
  /** The place in the source differs by up to so many pixels each way. */
  jitter: number
  /** Brightness is multiplied by 1 / gain .. gain, evenly on a logarithmic scale. */
  gain: number
  /** Pixels over which a patch fades in from its edge. */
  feather: number
}

/** Patch-LFW (Huber et al. 2024, section 4.1): copied pixels, which differ in nothing from their source. */
export const PLAIN: PatchStyle = { count: 27, side: 16, jitter: 0, gain: 1, feather: 0 }
/** Patch-LFW-H: patches that can't be found by comparing pixels. */
export const HARDENED: PatchStyle = { count: 27, side: 16, jitter: 4, gain: 1.25, feather: 3 }

/** One patch; columns and rows are of its upper left pixel, in the patched image and in the source. */
export interface Patch {
  column: number
  row: number
  fromColumn: number
  fromRow: number
  gain: number
}

/** Places evenly spread over all 0..side-patch, patches may overlap. */
export function drawPatches(next: Random, imageSide: number, style: PatchStyle): Patch[] {
  const last = imageSide - style.side
  const place = (): number => randomBelow(next, last)
  const near = (at: number): number => Math.min(last, Math.max(0, at + randomBelow(next, 2 * style.jitter + 1) - style.jitter))
  return Array.from({ length: style.count }, () => {
    const [column, row] = [place(), place()]
    return { column, row, fromColumn: near(column), fromRow: near(row), gain: style.gain ** (2 * next() - 1) }
  })
}

/** The target with patches from the source laid over it, in order; both of one size. */
export function applyPatches(target: Pixels, source: Pixels, patches: readonly Patch[], { side, feather }: PatchStyle): Pixels {
  const data = new Uint8Array(target.data)
  for (const { column, row, fromColumn, fromRow, gain } of patches)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const share = Math.min(1, (Math.min(x, y, side - 1 - x, side - 1 - y) + 1) / (feather + 1))
        const to = ((row + y) * target.width + column + x) * 3
        const from = ((fromRow + y) * source.width + fromColumn + x) * 3
        // A Uint8Array wraps around: brightened pixels are clamped to 255 first.
        for (let c = 0; c < 3; c++) data[to + c] = Math.min(255, Math.round(share * gain * source.data[from + c]! + (1 - share) * data[to + c]!))
      }
  return { width: target.width, height: target.height, data }
}
