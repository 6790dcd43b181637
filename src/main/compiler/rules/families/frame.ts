import { ints } from '../../onnx/attrs'
import type { Builder } from '../../builder'

/** Moves the borders of every axis: zeros are added where an entry is positive, elements cropped where it is negative. */
export function frame(b: Builder, x: string, before: readonly number[], after: readonly number[]): string {
  const cropped = crop(b, x, before.map((n) => Math.max(0, -n)), after.map((n) => Math.max(0, -n)))
  return b.pad(cropped, [...before, ...after].map((n) => Math.max(0, n)))
}

/** Removes elements at both ends of every axis, in one Slice. */
export function crop(b: Builder, x: string, before: readonly number[], after: readonly number[]): string {
  const dims = b.dims(x)
  const axes = dims.flatMap((_, axis) => (before[axis] || after[axis] ? [axis] : []))
  if (axes.length === 0) return x
  const starts = axes.map((axis) => before[axis] ?? 0)
  const ends = axes.map((axis) => (dims[axis] ?? 0) - (after[axis] ?? 0))
  return b.op('Slice', [x], { starts: ints(starts), ends: ints(ends), axes: ints(axes), steps: ints(axes.map(() => 1)) })
}

/** Reverses the order along `axes`. */
export function flip(b: Builder, x: string, axes: readonly number[]): string {
  const turned = axes.filter((axis) => b.dims(x)[axis] !== 1)
  if (turned.length === 0) return x
  // "Before the first element" is any end below -size.
  const ends = turned.map((axis) => -(b.dims(x)[axis] ?? 0) - 1)
  return b.op('Slice', [x], { starts: ints(turned.map(() => -1)), ends: ints(ends), axes: ints(turned), steps: ints(turned.map(() => -1)) })
}

/** Puts `step - 1` zeros after every element along `axis`; a single element needs none. */
export function insertZeros(b: Builder, x: string, axis: number, step: number): string {
  const dims = b.dims(x)
  if (step === 1 || dims[axis] === 1) return x
  const opened = b.reshape(x, [...dims.slice(0, axis + 1), 1, ...dims.slice(axis + 1)])
  const padded = b.pad(opened, [...b.dims(opened).map(() => 0), ...b.dims(opened).map((_, i) => (i === axis + 1 ? step - 1 : 0))])
  return b.reshape(padded, dims.map((dim, i) => (i === axis ? dim * step : dim)))
}
