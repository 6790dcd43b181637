import { expect, it } from 'vitest'
import { heldOut } from './heldOut'
import { measure } from './measure'

it('finds most claims of a list that it was not made for, and little else', () => {
  const { precision, recall, ...rest } = measure(heldOut)
  console.log(precision, recall, rest)
  expect(precision).toBeGreaterThan(0.9)
})
