import type { SignedMap } from './paint'

/** A piece of a contour line in map pixels, centres at whole numbers. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/**
 * Where the map, linear between neighbours, passes `level`: marching squares, a saddle taken as two separate corners.
 */
export function contour({ width, height, values }: SignedMap, level: number): Segment[] {
  const segments: Segment[] = []
  for (let y = 0; y + 1 < height; y++)
    for (let x = 0; x + 1 < width; x++) {
      const at = (dx: number, dy: number): number => values[(y + dy) * width + x + dx]! - level
      const points = crossings(at(0, 0), at(1, 0), at(1, 1), at(0, 1))
      for (let i = 0; i + 1 < points.length; i += 2) segments.push([x + points[i]![0], y + points[i]![1], x + points[i + 1]![0], y + points[i + 1]![1]])
    }
  return segments
}

/** Corners clockwise from the upper left; crossings of the four edges in that order, an even number. */
function crossings(a: number, b: number, c: number, d: number): [number, number][] {
  const crosses = (from: number, to: number): boolean => from >= 0 !== to >= 0
  const share = (from: number, to: number): number => from / (from - to)
  const points: [number, number][] = []
  if (crosses(a, b)) points.push([share(a, b), 0])
  if (crosses(b, c)) points.push([1, share(b, c)])
  if (crosses(c, d)) points.push([1 - share(c, d), 1])
  if (crosses(d, a)) points.push([0, 1 - share(d, a)])
  return points
}
