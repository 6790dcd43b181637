import { inputError } from '../../../../shared/errors'
import type { Builder } from '../../builder'
import { sizeOf, tensor } from '../../onnx/graph'

/**
 * A linear map along one axis, as a dense matrix [outputs, inputs]. Interpolation, reflection and the like act axis by
 * axis; their matrices are small constants, and a matrix product beats gathering on every device.
 */
export interface AxisMatrix {
  outputs: number
  inputs: number
  data: Float32Array
}

/** 64 MiB: a matrix for 4096 to 4096 pixels. */
const LARGEST = 2 ** 24

/** `row(i)` lists the (input, weight) pairs that output i sums. */
export function axisMatrix(outputs: number, inputs: number, row: (output: number) => readonly (readonly [number, number])[]): AxisMatrix {
  if (Math.max(outputs, outputs * inputs) > LARGEST) throw inputError('model.shape', `Vidimus can't differentiate a Resize, Pad or Gather from ${inputs} to ${outputs} elements along one axis: that is too many.`)
  const data = new Float32Array(outputs * inputs)
  for (let i = 0; i < outputs; i++) for (const [input, weight] of row(i)) data[i * inputs + input] = (data[i * inputs + input] ?? 0) + weight
  return { outputs, inputs, data }
}

/** Applies the transposed matrix of every axis to `g`, null where an axis is left alone: the adjoint of the separable map. */
export function matrixAdjoint(b: Builder, g: string, perAxis: readonly (AxisMatrix | null)[]): string {
  return perAxis.reduce<string>((value, matrix, axis) => (matrix ? adjointAlong(b, value, matrix, axis) : value), g)
}

/** Applies the transposed matrix along one axis. */
export function adjointAlong(b: Builder, g: string, { outputs, inputs, data }: AxisMatrix, axis: number): string {
  const dims = b.dims(g)
  const matrix = b.constant(tensor('float32', [outputs, inputs], data))
  const result = dims.map((dim, i) => (i === axis ? inputs : dim))
  if (axis === dims.length - 1) return b.matmul(g, matrix)
  const columns = b.reshape(g, [sizeOf(dims.slice(0, axis)), outputs, sizeOf(dims.slice(axis + 1))])
  return b.reshape(b.matmul(b.transpose(matrix, [1, 0]), columns), result)
}
