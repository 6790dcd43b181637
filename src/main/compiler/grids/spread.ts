import type { Builder } from '../builder'

/**
 * Maps [B, rows, columns] spread over [B, height, width] by linear interpolation between the middles of their cells and a
 * Gaussian, so that every map keeps its sum: each cell gives all it has, and what would fall over the edge stays at the edge.
 *
 * @param sigma of the Gaussian, in pixels of the image
 */
export function spread(b: Builder, maps: string, height: number, width: number, sigma: number): string {
  const [, rows = 1, columns = 1] = b.dims(maps)
  const down = spreadMatrix(height, rows, sigma)
  const across = transposed(spreadMatrix(width, columns, sigma))
  return b.matmul(b.matmul(b.vector(down.flat(), [height, rows]), maps), b.vector(across.flat(), [columns, width]))
}

/** Maps [B, rows, columns] at every pixel of [B, height, width], by linear interpolation between the middles of their cells: values stay in their range. */
export function interpolate(b: Builder, maps: string, height: number, width: number): string {
  const [, rows = 1, columns = 1] = b.dims(maps)
  return b.matmul(b.matmul(b.vector(linearMatrix(height, rows).flat(), [height, rows]), maps), b.vector(transposed(linearMatrix(width, columns)).flat(), [columns, width]))
}

/** [pixels][cells]; every row adds up to 1. */
const linearMatrix = (pixels: number, cells: number): number[][] =>
  Array.from({ length: pixels }, (_, pixel) => {
    const at = Math.min(cells - 1, Math.max(0, ((pixel + 0.5) * cells) / pixels - 0.5))
    return Array.from({ length: cells }, (__, cell) => Math.max(0, 1 - Math.abs(at - cell)))
  })

/** [pixels][cells]; every column adds up to 1. */
export function spreadMatrix(pixels: number, cells: number, sigma: number): number[][] {
  const blurred = blurredColumns(linearMatrix(pixels, cells), sigma)
  const sums = Array.from({ length: cells }, (_, cell) => blurred.reduce((sum, row) => sum + row[cell]!, 0))
  return blurred.map((row) => row.map((value, cell) => value / sums[cell]!))
}

const REACH = 3

function blurredColumns(matrix: readonly number[][], sigma: number): number[][] {
  if (sigma === 0) return matrix.map((row) => [...row])
  const reach = Math.ceil(REACH * sigma)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)))
  const inside = (at: number): number => Math.min(matrix.length - 1, Math.max(0, at))
  return matrix.map((row, pixel) => row.map((_, cell) => weights.reduce((sum, weight, i) => sum + weight * matrix[inside(pixel + i - reach)]![cell]!, 0)))
}

const transposed = (matrix: readonly (readonly number[])[]): number[][] => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!))
