import fc from 'fast-check'
import { expect, it } from 'vitest'
import { summarizeArguments } from '../../../../../src/main/explain/explanation'
import { balanceOf, boundOf, histogram, strongestOf } from '../../../../../src/renderer/src/features/compare/result/arguments'

const argumentList = fc.array(fc.float({ min: Math.fround(-0.05), max: Math.fround(0.05), noNaN: true }), { minLength: 1, maxLength: 600 }).map(values => Float32Array.from(values))
const threshold = fc.double({ min: -1, max: 1, noNaN: true })

it('counts and sums as the program does', () => {
  fc.assert(
    fc.property(argumentList, threshold, (values, th) => {
      expect(balanceOf(values, boundOf(th, values.length))).toEqual(summarizeArguments(values, th))
    })
  )
})

it('an argument on the bound is positive', () => {
  const bound = boundOf(0.2412, 512)
  expect(balanceOf(Float32Array.of(bound), bound)).toMatchObject({ positive: 1, negative: 0 })
})

it('every argument is in one bar, on its own side of the bound', () => {
  fc.assert(
    fc.property(argumentList, threshold, (values, th) => {
      const bound = boundOf(th, values.length)
      const bins = histogram(values, bound)
      const balance = balanceOf(values, bound)
      const count = (positive: boolean): number => bins.filter(bin => bin.positive === positive).reduce((sum, bin) => sum + bin.count, 0)
      expect([count(true), count(false)]).toEqual([balance.positive, balance.negative])
      for (const { from, to, positive } of bins) expect(positive ? from >= bound - 1e-12 : to <= bound + 1e-12).toBe(true)
    })
  )
})

it('has as many bars as asked for over the range of the arguments, and one width', () => {
  const values = Float32Array.from({ length: 512 }, (_, i) => Math.sin(i) / 100)
  const bins = histogram(values, boundOf(0.2412, 512), 40)
  expect(bins.length).toBeGreaterThanOrEqual(40)
  expect(bins.length).toBeLessThanOrEqual(42)
  for (const { from, to } of bins) expect(to - from).toBeCloseTo(bins[0]!.to - bins[0]!.from, 12)
})

it('equal arguments make one bar', () => {
  expect(histogram(new Float32Array(8), 0)).toMatchObject([{ count: 8, positive: true }])
})

it('names the strongest of both kinds, most extreme first', () => {
  const strongest = strongestOf(Float32Array.of(0.5, -0.25, 0.125, -1, 0), 0.1, 2)
  expect(strongest).toEqual({ positive: [{ dimension: 0, value: 0.5 }, { dimension: 2, value: 0.125 }], negative: [{ dimension: 3, value: -1 }, { dimension: 1, value: -0.25 }] })
})
