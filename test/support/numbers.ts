/** Relative L2 error ||a - b|| / ||b||; infinite where `a` is missing or of another length. */
export function relativeError(a: ArrayLike<number> | undefined, b: ArrayLike<number>): number {
  if (a?.length !== b.length) return Infinity
  let difference = 0
  let size = 0
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? NaN) - (b[i] ?? NaN)) ** 2
    size += (b[i] ?? NaN) ** 2
  }
  return Math.sqrt(difference / size)
}
