import { int, ints } from '../onnx/attrs'
import type { Builder, RuleBook } from '../builder'
import { imageDims, layOut, type FaceModel } from '../faceModel'
import { chooseGrids, sumOfCells, type Grid } from '../grids/choose'
import { interpolate, spread } from '../grids/spread'
import { exactForward, hasKinks } from '../prepare/exact'
import { backward } from '../walk'
import { finish, type Program } from './program'
import type { XssabOptions } from './xssab'

/** Standard deviation, in pixels of a crop 112 wide, of the Gaussian over the maps (docs/research/0001). */
export const LAYER_BLUR = 2
const USUAL_WIDTH = 112

/** Grids have at most a quarter of the image's side: finer ones hold edges and colours, not parts of a face. */
const EXPLAINED = 4
/** Where the faces agree is read at finer ones, too: the two finest from half the image's side down. */
const AGREEING = { most: 2, grids: 2, power: 2 } as const

export interface LayersProgram extends Program {
  /** The layers the pair is explained at, finest first. */
  grids: readonly Grid[]
}

/**
 * xSSAB-L, the project's own explainer, as one graph for `pairs` pairs: activation times gradient of the margin (cosine less
 * threshold) at one layer of each grid size (grids/choose.ts), at the cost of one forward and one backward pass an image.
 * P = pairs, N = embedding length, H x W = crop, L = layers.
 *
 * With the raw embedding r and e = r/|r|, the backward pass starts at r with v = (e' - th e)/|r|, e' the partner's; v r is the
 * margin itself. At a layer with activations A and their gradients G, a cell's contribution is the sum over channels of A G. All cells
 * of a layer add up to the margin less what biases and tokens off the grid add after that layer; exactly so where the rest of the net is affine or
 * piecewise linear. Layers are averaged with weights that add up to 1, each layer's inverse to its size, so the map has a sum of that kind, too.
 *
 * Inputs: `images` and `threshold` as in xssabProgram.
 * Outputs: `embeddings` [2P, N] of unit length; `cosine` [P]; `contributions` [2P, H, W], high argues for the same source;
 * `contrast` [2P, H, W], the same with (A - A') for A, A' the partner's activations: what the score owes to this image
 * having its own content there and not the other's; `common` [2P, H, W], the sum over channels of (G + G') (A + A'), not smoothed,
 * times the squared agreement of both faces there at the two finest grids: what both have there for the same source, one map for both;
 * `shares` [2P, L], the sum of each layer's contributions.
 */
export function layersProgram(model: FaceModel, pairs: number, rules: RuleBook, options: XssabOptions = {}): LayersProgram {
  const { b, value } = layOut(model, imageDims(model, 2 * pairs), [model.embedding.name], rules, options.style)
  const { height, width } = model.input
  const images = value(model.input.name)
  const threshold = b.input('threshold', { dtype: 'float32', dims: [1] })
  const raw = b.reshape(value(model.embedding.name), [2 * pairs, model.embedding.size])
  const length = b.op('ReduceL2', [raw], { axes: ints([1]), keepdims: int(1) })
  const e = b.div(raw, length)
  const forward = [...b.nodes]

  const partner = exchanged(b, e, pairs)
  const seed = b.div(b.sub(partner, b.mul(e, threshold)), length)
  const choose = (part: number): Grid[] => chooseGrids(b, forward, images, raw, Math.max(height, width) / part)
  const [grids, agreeing] = [choose(EXPLAINED), choose(AGREEING.most).slice(0, AGREEING.grids)]
  const gradients = backward(b, forward, new Map([[raw, seed]]), [...new Set([...grids, ...agreeing].map((grid) => grid.value))], rules)
  const cellsOf = (grid: Grid, activations: string): string => sumOfCells(b, b.mul(activations, gradients.get(grid.value) ?? ''), grid)
  const spreadOut = (maps: readonly string[], blur = LAYER_BLUR): string => fused(b, maps, (map) => spread(b, map, height, width, (blur * width) / USUAL_WIDTH))
  const withPartner = (x: string): string => b.add(x, exchanged(b, x, pairs))
  const own = grids.map((grid) => cellsOf(grid, grid.value))
  const contrast = grids.map((grid) => cellsOf(grid, b.sub(grid.value, exchanged(b, grid.value, pairs))))
  const sharedGradient = (grid: Grid): string => withPartner(gradients.get(grid.value) ?? '')
  const common = grids.map((grid) => sumOfCells(b, b.mul(withPartner(grid.value), sharedGradient(grid)), grid))
  const agreements = agreeing.map((grid) => interpolate(b, agreement(b, grid, exchanged(b, grid.value, pairs), sharedGradient(grid)), height, width))
  const confirmed = Array.from({ length: AGREEING.power }, () => agreements).flat().reduce((map, by) => b.mul(map, by), spreadOut(common, 0))
  const shares = b.concat(own.map((map) => b.reduceSum(b.reduceSum(map, [2], false), [1])), 1)
  const outputs = {
    embeddings: e, cosine: b.slice(b.reduceSum(b.mul(e, partner), [1], false), 0, 0, pairs),
    contributions: spreadOut(own), contrast: spreadOut(contrast), common: confirmed, shares
  }
  if (options.exact === true && hasKinks(forward)) exactForward(b, forward)
  return { ...finish(b, 'vidimus xSSAB-L', [images, 'threshold'], outputs, rules), grids }
}

/** The two halves of the batch exchanged: each image's partner. */
const exchanged = (b: Builder, x: string, pairs: number): string => b.concat([b.slice(x, 0, pairs, 2 * pairs), b.slice(x, 0, 0, pairs)], 0)

/**
 * How far both faces agree at each cell, 0..1: 1 - sum |g| |A - A'| / sum |g| (|A| + |A'|) over channels, g = G + G', so that
 * channels count as much as the score depends on them. 1 where nothing depends on the cell.
 */
function agreement(b: Builder, grid: Grid, other: string, gradient: string): string {
  const size = (x: string): string => b.op('Abs', [x])
  const weighed = (x: string): string => sumOfCells(b, b.mul(size(gradient), x), grid)
  const apart = weighed(size(b.sub(grid.value, other)))
  const most = weighed(b.add(size(grid.value), size(other)))
  return b.sub(b.scalar(1), b.div(apart, b.op('Max', [most, b.scalar(TINY)])))
}

/** Smallest size a layer's map, or a cell's, is divided by. */
const TINY = 1e-20

/** Mean of maps after `each`, weighted image by image with 1 over the sum of a map's magnitudes. */
function fused(b: Builder, maps: readonly string[], each: (map: string) => string): string {
  const magnitude = (map: string): string => b.op('Max', [b.op('ReduceSum', [b.op('Abs', [map])], { axes: ints([1, 2]), keepdims: int(1) }), b.scalar(TINY)])
  const weights = maps.map((map) => b.div(b.scalar(1), magnitude(map)))
  return b.div(b.sum(maps.map((map, i) => b.mul(each(map), weights[i]!))), b.sum(weights))
}
