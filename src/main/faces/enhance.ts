import type { EnhancementStep, EnhancementSteps } from '../../shared/domain/enhancement'
import type { Box } from '../../shared/domain/face'
import type { Photo } from './photo'
import { cropPixels, luma, wholeBoxInside, type Pixels } from './pixels'
import { filterPixels } from './vips'

/**
 * The photo as it is after the steps, for regions alone. Every step looks at a bounded neighbourhood, so a region is
 * decoded with a margin, enhanced, and cut: the same pixels as if the whole photo had been enhanced, at any size of photo.
 */
export function enhancePhoto(photo: Photo, steps: EnhancementSteps): Pick<Photo, 'width' | 'height' | 'region'> {
  if (steps.length === 0) return photo
  const reach = steps.reduce((sum, step) => sum + reachOf(step), 0)
  const { width, height } = photo
  const region = async (box: Box): Promise<Pixels> => {
    const wide = wholeBoxInside({ x: box.x - reach, y: box.y - reach, width: box.width + 2 * reach, height: box.height + 2 * reach }, width, height)!
    const enhanced = await enhance(await photo.region(wide), steps, Math.min(width, height))
    return cropPixels(enhanced, { x: box.x - wide.x, y: box.y - wide.y, width: box.width, height: box.height })
  }
  return { width, height, region }
}

/** Pixels around a pixel that decide about it, and for tiles as many as libvips wants there to be. */
function reachOf(step: EnhancementStep): number {
  if (step.kind === 'clahe') return step.tile
  if (step.kind === 'sharpen') return Math.ceil(step.sigma * 3) + 1
  return step.kind === 'median' ? (step.side - 1) / 2 : 0
}

/**
 * The steps in order. Tables, grey and the mixing after CLAHE are our own arithmetic; median, unsharp mask and CLAHE are
 * libvips'. Everything is rounded to 8 bits after every step.
 *
 * @param shortest the photo's shorter side: a tile is never larger
 */
export async function enhance(pixels: Pixels, steps: EnhancementSteps, shortest = Math.min(pixels.width, pixels.height)): Promise<Pixels> {
  let current = pixels
  for (const step of steps) current = await applyStep(current, step, shortest)
  return current
}

async function applyStep(pixels: Pixels, step: EnhancementStep, shortest: number): Promise<Pixels> {
  const { width, height, data } = pixels
  switch (step.kind) {
    case 'brightness':
      return withTable(pixels, value => value + step.amount)
    case 'contrast':
      return withTable(pixels, value => (value - 128) * step.factor + 128)
    case 'gamma':
      return withTable(pixels, value => 255 * (value / 255) ** (1 / step.gamma))
    case 'grey':
      return inGrey(pixels)
    case 'median':
      return { width, height, data: await filterPixels(data, width, height, 3, image => image.median(step.side)) }
    case 'sharpen':
      return { width, height, data: await filterPixels(data, width, height, 3, image => image.sharpen({ sigma: step.sigma })) }
    case 'clahe':
      return equalise(pixels, Math.min(step.tile, shortest), step.slope)
  }
}

function withTable({ width, height, data }: Pixels, formula: (value: number) => number): Pixels {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => formula(value))
  return { width, height, data: data.map(value => table[value]!) }
}

function inGrey(pixels: Pixels): Pixels {
  const { width, height, data } = pixels
  const out = new Uint8Array(data.length)
  luma(pixels).forEach((value, i) => out.fill(Math.round(value), i * 3, i * 3 + 3))
  return { width, height, data: out }
}

/** On luma, and the difference added to all channels: equalised one by one, the channels would change the colours. */
async function equalise(pixels: Pixels, tile: number, maxSlope: number): Promise<Pixels> {
  const { width, height, data } = pixels
  const before = Uint8Array.from(luma(pixels), Math.round)
  const after = await filterPixels(before, width, height, 1, image => image.clahe({ width: tile, height: tile, maxSlope }))
  const out = new Uint8ClampedArray(data.length)
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3)
    out[i] = data[i]! + after[pixel]! - before[pixel]!
  }
  return { width, height, data: new Uint8Array(out.buffer) }
}
