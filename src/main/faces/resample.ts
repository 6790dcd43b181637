import type { Box } from '../../shared/domain/face'
import { makePixels, type Pixels } from './pixels'

/**
 * `box` of the picture, stretched to width x height by bilinear interpolation, pixel areas matched (the convention of
 * OpenCV's INTER_LINEAR). Places outside the picture repeat its edge.
 *
 * Bilinear interpolation looks at 2x2 pixels, so it drops detail when it shrinks by two or more and the result depends
 * on which pixels happen to be hit. Blocks are therefore averaged first, down to less than twice the wanted size.
 */
export function resample(from: Pixels, box: Box, width: number, height: number): Pixels {
  const stepX = Math.max(1, Math.floor(box.width / width))
  const stepY = Math.max(1, Math.floor(box.height / height))
  if (stepX === 1 && stepY === 1) return bilinear(from, box, width, height)
  const left = Math.floor(box.x)
  const top = Math.floor(box.y)
  const blocks = averageBlocks(from, left, top, stepX, stepY, Math.ceil((box.x + box.width - left) / stepX), Math.ceil((box.y + box.height - top) / stepY))
  const inner = { x: (box.x - left) / stepX, y: (box.y - top) / stepY, width: box.width / stepX, height: box.height / stepY }
  return bilinear(blocks, inner, width, height)
}

/** Every output pixel is the mean of stepX x stepY pixels from (left, top) on; the picture's edge repeats outside it. */
export function averageBlocks(
  from: Pixels, left: number, top: number, stepX: number, stepY: number, columns: number, rows: number
): Pixels {
  const out = makePixels(columns, rows)
  const sums = new Int32Array(columns * 3)
  const offsets = Int32Array.from({ length: columns * stepX }, (_, i) => clamp(left + i, from.width - 1) * 3)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    for (let k = 0; k < stepY; k++) addRow(sums, from, clamp(top + row * stepY + k, from.height - 1), offsets, stepX)
    for (let i = 0; i < sums.length; i++) out.data[row * sums.length + i] = Math.round(sums[i]! / (stepX * stepY))
  }
  return out
}

function addRow(sums: Int32Array, { data, width }: Pixels, y: number, offsets: Int32Array, stepX: number): void {
  const start = y * width * 3
  for (let i = 0, column = 0; i < offsets.length; column += 3) {
    let r = 0
    let g = 0
    let b = 0
    for (const end = i + stepX; i < end; i++) {
      const at = start + offsets[i]!
      r += data[at]!
      g += data[at + 1]!
      b += data[at + 2]!
    }
    sums[column]! += r
    sums[column + 1]! += g
    sums[column + 2]! += b
  }
}

function bilinear(from: Pixels, box: Box, width: number, height: number): Pixels {
  const out = makePixels(width, height)
  const columns = taps(box.x, box.width, width, from.width)
  const rows = taps(box.y, box.height, height, from.height)
  const { data } = from
  let at = 0
  for (let y = 0; y < height; y++) {
    const above = rows.first[y]! * from.width * 3
    const below = rows.second[y]! * from.width * 3
    const fy = rows.share[y]!
    for (let x = 0; x < width; x++) {
      const left = columns.first[x]! * 3
      const right = columns.second[x]! * 3
      const fx = columns.share[x]!
      // Weights once a pixel, channels spelled out: this loop is most of what a search does outside the network.
      const wd = fx * fy
      const wb = fx - wd
      const wc = fy - wd
      const wa = 1 - fx - wc
      const a = above + left
      const b = above + right
      const c = below + left
      const d = below + right
      out.data[at++] = data[a]! * wa + data[b]! * wb + data[c]! * wc + data[d]! * wd + 0.5
      out.data[at++] = data[a + 1]! * wa + data[b + 1]! * wb + data[c + 1]! * wc + data[d + 1]! * wd + 0.5
      out.data[at++] = data[a + 2]! * wa + data[b + 2]! * wb + data[c + 2]! * wc + data[d + 2]! * wd + 0.5
    }
  }
  return out
}

/** For each output position, the two input positions it lies between and the share of the second. */
function taps(start: number, length: number, count: number, limit: number) {
  const first = new Int32Array(count)
  const second = new Int32Array(count)
  const share = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const at = start + ((i + 0.5) * length) / count - 0.5
    const floor = Math.floor(at)
    first[i] = clamp(floor, limit - 1)
    second[i] = clamp(floor + 1, limit - 1)
    share[i] = at - floor
  }
  return { first, second, share }
}

const clamp = (value: number, max: number): number => (value < 0 ? 0 : value > max ? max : value)
