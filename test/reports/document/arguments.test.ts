import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binsOf } from '../../../src/main/reports/document/sections/arguments'
import { ARGUMENTS } from './sample'

test('every argument lies in one bin, on its own side of the bound', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -0.02, max: 0.02, noNaN: true }), { minLength: 1, maxLength: 600 }), fc.double({ min: -0.002, max: 0.002, noNaN: true }), (values, bound) => {
      const bins = binsOf(values, bound)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      expect(bins.filter(({ positive }) => positive).reduce((sum, { count }) => sum + count, 0)).toBe(values.filter(value => value >= bound).length)
      bins.forEach(({ from, to, positive }, i) => {
        expect(to).toBeGreaterThan(from)
        expect(positive).toBe(from >= bound)
        if (i > 0) expect(from).toBeCloseTo(bins[i - 1]!.to, 12)
      })
      expect(bins.length).toBeLessThan(60)
    })
  )
})

test('an argument on the bound itself is positive', () => {
  const bound = ARGUMENTS[7]!
  expect(binsOf(ARGUMENTS, bound).filter(({ positive }) => positive).reduce((sum, { count }) => sum + count, 0)).toBe(ARGUMENTS.filter(value => value >= bound).length)
})
