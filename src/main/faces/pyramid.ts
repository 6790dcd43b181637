import type { Box } from '../../shared/domain/face'
import { DETECTOR_HEIGHT, DETECTOR_WIDTH } from './detector'

/** The detector's window: 320 x 240 pixels of a level. */
export interface Level {
  /** Level pixels per photo pixel. */
  scale: number
  width: number
  height: number
  /** Left top corners of the windows, level pixels. */
  tiles: readonly { x: number; y: number }[]
}

/** Pixels of the finest level at most: it bounds the search to about 70 detector runs, whatever the photo's size. */
export const FINEST_PIXELS = 1_600_000

/** A face up to this many level pixels wide or high lies whole in some window; larger ones are large enough a level higher. */
export const OVERLAP = 64

/**
 * The levels searched beside the whole picture (which is always seen once, squeezed into one window): each half the
 * size of the one before, from FINEST_PIXELS down to about one window. The detector finds faces from about 16 of its
 * pixels, so the smallest face found is about 16 photo pixels wide in photos up to 1.6 megapixels, 45 in photos of 12,
 * and 130 in photos of 100.
 */
export function planLevels(width: number, height: number): Level[] {
  const levels: Level[] = []
  const worthwhile = (scale: number): boolean => width * scale > DETECTOR_WIDTH * 1.2 || height * scale > DETECTOR_HEIGHT * 1.2
  for (let scale = Math.min(1, Math.sqrt(FINEST_PIXELS / (width * height))); worthwhile(scale); scale /= 2)
    levels.push(planLevel(scale, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))))
  return levels
}

function planLevel(scale: number, width: number, height: number): Level {
  const xs = starts(width, DETECTOR_WIDTH)
  const tiles = starts(height, DETECTOR_HEIGHT).flatMap((y) => xs.map((x) => ({ x, y })))
  return { scale, width, height, tiles }
}

/** Evenly spread starts that cover `length` with windows overlapping by OVERLAP at least. */
function starts(length: number, window: number): number[] {
  const count = Math.max(1, Math.ceil((length - OVERLAP) / (window - OVERLAP)))
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * (length - window)) / (count - 1))))
}

/** A square of `side` around the middle of `box`, moved and where it must be cut to lie inside the picture. */
export function squareAround(box: Box, side: number, width: number, height: number): Box {
  const place = (middle: number, limit: number): [start: number, size: number] => {
    const size = Math.min(side, limit)
    return [Math.min(Math.max(0, middle - size / 2), limit - size), size]
  }
  const [x, w] = place(box.x + box.width / 2, width)
  const [y, h] = place(box.y + box.height / 2, height)
  return { x, y, width: w, height: h }
}
