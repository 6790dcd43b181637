import { describe, expect, it } from 'vitest'
import { colourScale } from '../../../src/main/explain/render/colours'
import { contour } from '../../../src/main/explain/render/contour'
import { cropOverlay, photoOverlay, photoView } from '../../../src/main/explain/render/overlays'
import { opacityAt, paintMap } from '../../../src/main/explain/render/paint'
import { blur, shownMaps, type ShownMaps } from '../../../src/main/explain/render/shownMaps'
import { makePixels, type Pixels } from '../../../src/main/faces/pixels'
import { PALETTES, rgbOf } from '../../../src/shared/domain/palettes'
import { relativeError } from '../../support/numbers'

const noise = (length: number, seed: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.abs(Math.sin((i + 1) * 12.9898 * seed)) / 100)

const picture = (width: number, height: number, value: number): Pixels => {
  const pixels = makePixels(width, height)
  pixels.data.fill(value)
  return pixels
}

describe('the maps as shown', () => {
  const [width, height] = [16, 12]
  const positive = noise(width * height, 1)
  const negative = noise(width * height, 2)
  const combined = positive.map((value, i) => value - negative[i]!)

  it('are blurred so that combined = similar - dissimilar', () => {
    const shown = shownMaps({ width, height, positive, negative, combined, blurred: blur(combined, width, height) })
    expect(relativeError(shown.similar.map((value, i) => value - shown.dissimilar[i]!), shown.combined)).toBeLessThan(1e-5)
  })

  it('keep their sum away from the border, and mirror at it without repeating the edge', () => {
    const point = new Float32Array(width * height)
    point[6 * width + 8] = 1
    expect(blur(point, width, height).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    const corner = new Float32Array(width * height)
    corner[0] = 1
    // Weights of -2..2 at sigma 5: reflect-101 mirrors around the corner and never meets it twice.
    const w0 = 1 / (1 + 2 * Math.exp(-1 / 50) + 2 * Math.exp(-4 / 50))
    expect(blur(corner, width, height)[0]).toBeCloseTo(w0 * w0, 6)
  })
})

describe('the colour scale', () => {
  const maps = (factor: number): ShownMaps => {
    const similar = noise(400, 1).map((value) => value * factor)
    const dissimilar = noise(400, 2).map((value) => value * factor)
    return { width: 20, height: 20, similar, dissimilar, combined: similar.map((value, i) => value - dissimilar[i]!) }
  }

  it('is one for both faces, covers all but a handful of values, and has a printable limit', () => {
    const scale = colourScale([maps(1), maps(3)], 'paper')
    expect(scale).toMatchObject(PALETTES.paper)
    expect(String(scale.limit).replace(/^0\.0*/, '').length).toBeLessThanOrEqual(2)
    expect(scale.maximum).toBeGreaterThan(0.029)
    const values = [maps(1), maps(3)].flatMap(({ similar, dissimilar, combined }) => [...similar, ...dissimilar, ...combined])
    expect(values.filter((value) => Math.abs(value) > scale.limit).length / values.length).toBeLessThanOrEqual(0.005)
  })

  it('survives maps of zeros', () => expect(colourScale([maps(0)], 'safe').limit).toBeGreaterThan(0))
})

describe('painting', () => {
  const scale = { palette: 'paper', ...PALETTES.paper, limit: 2, maximum: 4, opacity: 0.5 } as const

  it('draws value, sign and limit as the scale says', () => {
    const map = { width: 5, height: 1, values: Float32Array.of(-4, -1, 0, 1, 2) }
    const { data } = paintMap(picture(5, 1, 100), map, [1, 0, 0, 0, 1, 0], scale)
    const base = 72 + 100 * 0.66
    const mixed = (colour: string, alpha: number): number[] => rgbOf(colour).map((value) => Math.round(base * (1 - alpha) + value * alpha))
    expect([...data]).toEqual([...mixed(scale.dissimilar, 0.5), ...mixed(scale.dissimilar, 0.25), ...mixed(scale.similar, 0), ...mixed(scale.similar, 0.25), ...mixed(scale.similar, 0.5)])
    expect(opacityAt(1, scale)).toBe(0.25)
  })

  it('enlarges a crop with every value over its own pixel', () => {
    const combined = new Float32Array(112 * 112)
    combined[50 * 112 + 60] = 2
    const { width, data } = cropOverlay(picture(112, 112, 0), { width: 112, height: 112, similar: combined, dissimilar: combined, combined }, 'dissimilar', scale)
    const at = (x: number, y: number): number => data[(y * width + x) * 3]!
    expect(width).toBe(448)
    // The four pixels around the centre (241.5, 201.5) of crop pixel (60, 50) alike, the pink of dissimilar, nothing two crop pixels on.
    expect(new Set([at(241, 201), at(242, 201), at(241, 202), at(242, 202)]).size).toBe(1)
    expect(at(241, 201)).toBeGreaterThan(120)
    expect(at(250, 201)).toBe(72)
  })

  it('leaves the photo untouched outside the crop and warps the map to its place', () => {
    const combined = new Float32Array(112 * 112)
    combined[56 * 112 + 56] = 2
    const view = photoView(picture(2400, 1200, 90), 2400)
    expect([view.pixels.width, view.scale]).toEqual([1200, 0.5])
    // Crop pixel (56, 56) lies on photo pixel (1000, 600), a crop pixel is four photo pixels wide.
    const { data } = photoOverlay(view, { width: 112, height: 112, similar: combined, dissimilar: combined, combined }, 'combined', scale, [0.25, 0, 56 - 250, 0, 0.25, 56 - 150])
    const pixel = (x: number, y: number): number[] => [...data.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3)]
    expect(pixel(600, 20)).toEqual([90, 90, 90])
    const [red, green] = pixel(500, 300)
    expect(green! - red!).toBeGreaterThan(20)
    expect(pixel(450, 300)).toEqual([131, 131, 131])
  })
})

describe('contours', () => {
  it('follow a level exactly on a slope, and are closed around a hill', () => {
    const slope = { width: 4, height: 3, values: Float32Array.from({ length: 12 }, (_, i) => i % 4) }
    expect(contour(slope, 1.5).map(([x1, , x2]) => [x1, x2])).toEqual([[1.5, 1.5], [1.5, 1.5]])
    const hill = { width: 5, height: 5, values: Float32Array.from({ length: 25 }, (_, i) => (i === 12 ? 1 : 0)) }
    const ends = contour(hill, 0.5).flatMap(([x1, y1, x2, y2]) => [`${x1},${y1}`, `${x2},${y2}`])
    expect(ends.length).toBe(8)
    expect(new Set(ends).size).toBe(4)
  })
})
