/** `side` odd, pixels; `sigma` in pixels. */
export interface Gaussian {
  side: number
  sigma: number
}

/** A [height, width] map, blurred; border reflect-101 (OpenCV's default). Rows first, then columns: a Gaussian is a product of the two. */
export function gaussianBlur(map: Float32Array, width: number, height: number, gaussian: Gaussian): Float32Array {
  const weights = weightsOf(gaussian)
  const rows = along(map, width, weights, (y, x) => y * width + x)
  return along(rows, height, weights, (x, y) => y * width + x)
}

function along(from: Float32Array, length: number, weights: readonly number[], indexOf: (line: number, at: number) => number): Float32Array {
  const radius = (weights.length - 1) / 2
  const out = new Float32Array(from.length)
  for (let i = 0; i < from.length; i++) {
    const line = Math.floor(i / length)
    const at = i % length
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += weights[k + radius]! * from[indexOf(line, reflect(at + k, length))]!
    out[indexOf(line, at)] = sum
  }
  return out
}

function weightsOf({ side, sigma }: Gaussian): number[] {
  const raw = Array.from({ length: side }, (_, i) => Math.exp(-((i - (side - 1) / 2) ** 2) / (2 * sigma ** 2)))
  const total = raw.reduce((a, b) => a + b, 0)
  return raw.map((value) => value / total)
}

/** -1 -> 1 and length -> length - 2: the edge itself is not repeated. */
const reflect = (at: number, length: number): number => (at < 0 ? -at : at >= length ? 2 * length - 2 - at : at)
