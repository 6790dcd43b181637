import { usageError, type VidimusError } from '../../../shared/errors'

/** An id that nothing here has. */
export const unknown = (noun: string, id: string): VidimusError =>
  usageError(`${noun}.unknown`, `There is no ${noun} "${id}" in this library. It may be of another library, or the window may be showing an old state: reload it.`)

export function known<T>(row: T | undefined, noun: string, id: string): T {
  if (row === undefined) throw unknown(noun, id)
  return row
}
