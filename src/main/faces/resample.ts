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
  const sums = new Float64Array(columns * 3)
  const offsets = Int32Array.from({ length: columns * stepX }, (_, i) => clamp(left + i, from.width - 1) * 3)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    for (let k = 0; k < stepY; k++) addRow(sums, from, clamp(top + row * stepY + k, from.height - 1), offsets, stepX)
    for (let i = 0; i < sums.length; i++) out.data[row * sums.length + i] = Math.round(sums[i]! / (stepX * stepY))
  }
  return out
}

function addRow(sums: Float64Array, from: Pixels, y: number, offsets: Int32Array, stepX: number): void {
  const { data, width } = from
  const start = y * width * 3
  for (let i = 0, column = 0; i < offsets.length; column += 3) {
    for (let k = 0; k < stepX; k++, i++) {
      const at = start + offsets[i]!
      sums[column] = sums[column]! + data[at]!
      sums[column + 1] = sums[column + 1]! + data[at + 1]!
      sums[column + 2] = sums[column + 2]! + data[at + 2]!
    }
  }
}

function bilinear(from: Pixels, box: Box, width: number, height: number): Pixels {
  const out = makePixels(width, height)
  const columns = taps(box.x, box.width, width, from.width)
  const rows = taps(box.y, box.height, height, from.height)
  const { data } = from
  let at = 0
  for (let y = 0; y < height; y++) {
    const above = rows.first[y]! * from.width
    const below = rows.second[y]! * from.width
    const fy = rows.share[y]!
    for (let x = 0; x < width; x++) {
      const left = columns.first[x]!
      const right = columns.second[x]!
      const fx = columns.share[x]!
      for (let c = 0; c < 3; c++) {
        const a = data[(above + left) * 3 + c]!
        const b = data[(above + right) * 3 + c]!
        const d = data[(below + left) * 3 + c]!
        const e = data[(below + right) * 3 + c]!
        out.data[at++] = (a + (b - a) * fx) * (1 - fy) + (d + (e - d) * fx) * fy + 0.5
      }
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
