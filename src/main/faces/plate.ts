import type { FivePoints } from '../../shared/domain/face'
import { cropTransform, plateTransform, type CropSize } from '../../shared/geometry/alignment'
import { apply, compose, invert, scaleOf, type Affine } from '../../shared/geometry/similarity'
import type { Photo } from './photo'
import { makePixels, wholeBoxInside, type Pixels } from './pixels'
import { averageBlocks } from './resample'

export interface PlatePlan {
  /** Size of the crop that the plate is centred on. */
  size: CropSize
  /** Width of the plate in crop widths. */
  extent: number
  /** Width and height of the plate, pixels. */
  side: number
}

/**
 * A square picture of a face and its surroundings in the aligned frame, sampled from the photo's own pixels: bicubic
 * (Catmull-Rom), after averaging blocks of n x n pixels where n fit into one of the plate's. Black outside the photo.
 *
 * @throws VidimusError `face.points` (input) where the points lie on one spot
 */
export async function facePlate(photo: Pick<Photo, 'width' | 'height' | 'region'>, points: FivePoints, { size, extent, side }: PlatePlan): Promise<Pixels> {
  const toPhoto = invert(compose(plateTransform(size, extent, side), cropTransform(points, size)))
  const box = wholeBoxInside(footprint(toPhoto, side), photo.width, photo.height)
  if (!box) return makePixels(side, side)
  const region = await photo.region(box)
  const step = Math.max(1, Math.floor(scaleOf(toPhoto)))
  const blocks = step === 1 ? region : averageBlocks(region, 0, 0, step, step, Math.ceil(region.width / step), Math.ceil(region.height / step))
  const toBlocks = compose([1 / step, 0, (0.5 - box.x) / step - 0.5, 0, 1 / step, (0.5 - box.y) / step - 0.5], toPhoto)
  return sampleBicubic(blocks, toBlocks, side, { width: region.width / step, height: region.height / step })
}

/** The photo rectangle that the plate's pixels and their neighbours lie in. */
function footprint(toPhoto: Affine, side: number) {
  const corners = [[0, 0], [side, 0], [0, side], [side, side]].map(([x, y]) => apply(toPhoto, { x: x!, y: y! }))
  const margin = 3 * Math.ceil(scaleOf(toPhoto))
  const [left, right] = rangeOf(corners.map(({ x }) => x), margin)
  const [top, bottom] = rangeOf(corners.map(({ y }) => y), margin)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const rangeOf = (values: number[], margin: number): [number, number] => [Math.min(...values) - margin, Math.max(...values) + margin]

/** @param area the part of `from` that shows the photo, in its pixels: a last block may reach past the photo's edge */
function sampleBicubic(from: Pixels, [a, b, c, d, e, f]: Affine, side: number, area: { width: number; height: number }): Pixels {
  const out = makePixels(side, side)
  const columns = new Weights()
  const rows = new Weights()
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at += 3) {
      const u = a * x + b * y + c
      const v = d * x + e * y + f
      if (u < -0.5 || v < -0.5 || u > area.width - 0.5 || v > area.height - 0.5) continue
      columns.set(u, from.width, 3)
      rows.set(v, from.height, from.width * 3)
      blend(from.data, columns, rows, out.data, at)
    }
  return out
}

/** The four neighbours of a place along one axis: offsets into the data and Catmull-Rom weights. The edge repeats. */
class Weights {
  readonly offsets = new Int32Array(4)
  readonly weights = new Float64Array(4)

  set(at: number, length: number, stride: number): void {
    const first = Math.floor(at)
    const t = at - first
    for (let k = 0; k < 4; k++) this.offsets[k] = Math.max(0, Math.min(length - 1, first + k - 1)) * stride
    this.weights[0] = t * (-0.5 + t * (1 - 0.5 * t))
    this.weights[1] = 1 + t * t * (-2.5 + 1.5 * t)
    this.weights[2] = t * (0.5 + t * (2 - 1.5 * t))
    this.weights[3] = t * t * (-0.5 + 0.5 * t)
  }
}

function blend(data: Uint8Array, columns: Weights, rows: Weights, out: Uint8Array, to: number): void {
  let [r, g, b] = [0, 0, 0]
  for (let j = 0; j < 4; j++) {
    const row = rows.offsets[j]!
    for (let i = 0; i < 4; i++) {
      const weight = rows.weights[j]! * columns.weights[i]!
      const at = row + columns.offsets[i]!
      r += weight * data[at]!
      g += weight * data[at + 1]!
      b += weight * data[at + 2]!
    }
  }
  out[to] = toByte(r)
  out[to + 1] = toByte(g)
  out[to + 2] = toByte(b)
}

const toByte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value))
