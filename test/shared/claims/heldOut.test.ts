import { expect, it } from 'vitest'
import { heldOut } from './heldOut'
import { measure } from './measure'

it('finds most claims of a list that it was not made for, and little else', () => {
  const { precision, recall } = measure(heldOut)
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})
