import type { Builder } from '../builder'
import type { Node } from '../onnx/graph'
import { bottlenecks } from './bottlenecks'

/** A value that lies over the image cell by cell. */
export interface Grid {
  value: string
  rows: number
  columns: number
  /** Axis of the channels: `planes` [B, C, rows, columns], `tokens` [B, T, C] with T cells, before them perhaps a class token. */
  kind: 'planes' | 'tokens' | 'pixels'
  channels: number
}

/**
 * Layers that lie over the image, by shape alone: of all values that everything goes through, at each size of grid from
 * `mostCells` a side down the last one among those with the fewest channels, which is where a stage of the net hands over
 * to the next. Finest first; the images themselves where there is none.
 *
 * @param images [B, 3, H, W] or [B, H, W, 3]
 */
export function chooseGrids(b: Builder, forward: readonly Node[], images: string, embedding: string, mostCells: number): Grid[] {
  const bySize = new Map<string, Grid>()
  let planes: Grid | undefined
  for (const value of bottlenecks(forward, images, embedding)) {
    const grid = asGrid(b.dims(value), value, planes)
    if (grid === undefined || b.type(value).dtype !== 'float32') continue
    if (grid.kind === 'planes') planes = grid
    if (Math.max(grid.rows, grid.columns) > mostCells) continue
    const size = `${grid.rows}x${grid.columns}`
    if (grid.channels <= (bySize.get(size)?.channels ?? Infinity)) bySize.set(size, grid)
  }
  return bySize.size > 0 ? [...bySize.values()] : [wholeImage(b.dims(images), images)]
}

/** Tokens are told from other tensors of three axes by having the cells of the last planes before them. */
function asGrid(dims: readonly number[], value: string, planes: Grid | undefined): Grid | undefined {
  if (dims.length === 4) {
    const [, channels = 1, rows = 1, columns = 1] = dims
    return Math.min(rows, columns) > 1 ? { value, rows, columns, channels, kind: 'planes' } : undefined
  }
  if (dims.length !== 3 || planes === undefined) return undefined
  const [, tokens = 1, channels = 1] = dims
  const extra = tokens - planes.rows * planes.columns
  return extra === 0 || extra === 1 ? { ...planes, value, channels, kind: 'tokens' } : undefined
}

function wholeImage(dims: readonly number[], value: string): Grid {
  const [, c = 3, h = 1, w = 1] = dims
  return c === 3 ? { value, rows: h, columns: w, channels: 3, kind: 'planes' } : { value, rows: c, columns: h, channels: w, kind: 'pixels' }
}

/** Sum over channels, [B, rows, columns]; what lies outside the grid (a class token) is left out. */
export function sumOfCells(b: Builder, x: string, { kind, rows, columns }: Grid): string {
  if (kind !== 'tokens') return b.reduceSum(x, [kind === 'planes' ? 1 : 3], false)
  const tokens = b.reduceSum(x, [2], false)
  const [batch = 1, count = 0] = b.dims(tokens)
  return b.reshape(b.slice(tokens, 1, count - rows * columns, count), [batch, rows, columns])
}
