import type { Point } from '../domain/face'

/** A map of the plane, (x, y) -> (a x + b y + c, d x + e y + f), as [a, b, c, d, e, f]: the rows of a 2x3 matrix. */
export type Affine = readonly [number, number, number, number, number, number]

export function apply([a, b, c, d, e, f]: Affine, { x, y }: Point): Point {
  return { x: a * x + b * y + c, y: d * x + e * y + f }
}

export function invert([a, b, c, d, e, f]: Affine): Affine {
  const det = a * e - b * d
  return [e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det]
}

/** The map that applies `first`, then `then`. */
export function compose(then: Affine, first: Affine): Affine {
  const [a, b, c, d, e, f] = first
  const [A, B, C, D, E, F] = then
  return [A * a + B * d, A * b + B * e, A * c + B * f + C, D * a + E * d, D * b + E * e, D * c + E * f + F]
}

/**
 * The rotation, one scale and shift that bring `from` closest to `to` by least squares. In the plane and without
 * mirroring, Umeyama's solution (S. Umeyama, IEEE TPAMI 13(4), 1991) is a ratio of complex numbers: with both sets
 * centred, scale and rotation are sum(conj(from) to) / sum(|from|^2).
 *
 * @param from at least two points that do not coincide
 * @param to as many points
 */
export function similarity(from: readonly Point[], to: readonly Point[]): Affine {
  const p = mean(from)
  const q = mean(to)
  let re = 0
  let im = 0
  let size = 0
  from.forEach((point, i) => {
    const [px, py, qx, qy] = [point.x - p.x, point.y - p.y, to[i]!.x - q.x, to[i]!.y - q.y]
    re += px * qx + py * qy
    im += px * qy - py * qx
    size += px * px + py * py
  })
  const a = re / size
  const b = im / size
  return [a, -b, q.x - a * p.x + b * p.y, b, a, q.y - b * p.x - a * p.y]
}

/** How many times longer a distance becomes under a similarity. */
export const scaleOf = ([a, , , d]: Affine): number => Math.hypot(a, d)

export function mean(points: readonly Point[]): Point {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x
    y += point.y
  }
  return { x: x / points.length, y: y / points.length }
}
