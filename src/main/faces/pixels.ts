import type { Box } from '../../shared/domain/face'

/** An sRGB picture, 8 bits a channel, rows from the top, `data.length` = width x height x 3. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function makePixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8Array(width * height * 3) }
}

/** The smallest whole-pixel rectangle inside a width x height picture that covers `box`; null where they do not meet. */
export function wholeBoxInside(box: Box, width: number, height: number): Box | null {
  const x = Math.max(0, Math.floor(box.x))
  const y = Math.max(0, Math.floor(box.y))
  const right = Math.min(width, Math.ceil(box.x + box.width))
  const bottom = Math.min(height, Math.ceil(box.y + box.height))
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null
}

/** A copy of a rectangle with whole-number sides that lies inside the picture. */
export function cropPixels(from: Pixels, box: Box): Pixels {
  const out = makePixels(box.width, box.height)
  const row = box.width * 3
  for (let y = 0; y < box.height; y++) {
    const start = ((box.y + y) * from.width + box.x) * 3
    out.data.set(from.data.subarray(start, start + row), y * row)
  }
  return out
}

/** Rec. 601 luma, 0..255, as JPEG and OpenCV use it. */
export function luma(pixels: Pixels): Float32Array {
  const { data } = pixels
  const out = new Float32Array(data.length / 3)
  for (let i = 0, j = 0; i < out.length; i++, j += 3) out[i] = 0.299 * data[j]! + 0.587 * data[j + 1]! + 0.114 * data[j + 2]!
  return out
}

/** The picture with left and right exchanged. */
export function mirror({ width, height, data }: Pixels): Pixels {
  const out = makePixels(width, height)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = width - 1; x >= 0; x--) {
      const from = (y * width + x) * 3
      out.data[to++] = data[from]!
      out.data[to++] = data[from + 1]!
      out.data[to++] = data[from + 2]!
    }
  return out
}
