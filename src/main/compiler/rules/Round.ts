import { zero } from './families/zero'

/** y = x rounded to the nearest whole number, halves to the even one: gx = 0. */
export const rule = zero('Round', (x = 0) => {
  const down = Math.floor(x)
  const rest = x - down
  return rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1
})
