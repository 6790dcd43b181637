import { describe, expect, it } from 'vitest'
import { spreadMatrix } from '../../../src/main/compiler/grids/spread'

describe('spreading cells over pixels', () => {
  it.each([[112, 28, 2], [112, 7, 2], [112, 7, 0], [160, 38, 3], [160, 8, 3], [7, 7, 0]])('%i pixels from %i cells with sigma %i: every cell gives all it has, evenly to both sides', (pixels, cells, sigma) => {
    const matrix = spreadMatrix(pixels, cells, sigma)
    for (let cell = 0; cell < cells; cell++) {
      const column = matrix.map((row) => row[cell] ?? NaN)
      expect(column.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
      const mirrored = matrix.map((row) => row[cells - 1 - cell] ?? NaN).reverse()
      column.forEach((value, pixel) => expect(value).toBeCloseTo(mirrored[pixel] ?? NaN, 10))
      const centre = column.reduce((sum, value, pixel) => sum + value * (pixel + 0.5), 0)
      // Where pixels and cells do not divide, within a tenth of a pixel.
      if (cell > 1 && cell < cells - 2) expect(Math.abs(centre - ((cell + 0.5) * pixels) / cells)).toBeLessThan(pixels % cells === 0 ? 1e-5 : 0.1)
    }
  })

  it('interpolates linearly where nothing is blurred', () => {
    expect(spreadMatrix(4, 2, 0).map((row) => row.map((value) => value * 2))).toEqual([[1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]])
  })
})
