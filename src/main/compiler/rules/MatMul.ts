import { inputError } from '../../../shared/errors'
import type { Builder } from '../builder'
import { int } from '../onnx/attrs'
import { describe, sizeOf, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { broadcastDims } from '../tensor/broadcast'

/**
 * y = A B over the last two axes, the others broadcast: gA = gy B^T, gB = A^T gy, summed over what was broadcast.
 * A vector on the left is a row, on the right a column, and its axis is left out of y.
 */
export const rule: OpRule = {
  op: 'MatMul',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: outputDims(node, input(0).dims, input(1).dims) }],
  vjp: ({ b, x, gy, needs }) => {
    const row = asRow(b.dims(x(0)))
    const column = asColumn(b.dims(x(1)))
    const left = b.reshape(x(0), row)
    const right = b.reshape(x(1), column)
    const g = b.reshape(gy, [...b.dims(gy).slice(0, outerRank(row, column)), row.at(-2) ?? 1, column.at(-1) ?? 1])
    return [needs(0) ? b.reshape(leftCotangent(b, g, right, row), b.dims(x(0))) : null, needs(1) ? b.reshape(rightCotangent(b, g, left, column), b.dims(x(1))) : null]
  }
}

const asRow = (dims: readonly number[]): readonly number[] => (dims.length === 1 ? [1, ...dims] : dims)
const asColumn = (dims: readonly number[]): readonly number[] => (dims.length === 1 ? [...dims, 1] : dims)
const outerRank = (row: readonly number[], column: readonly number[]): number => Math.max(row.length, column.length) - 2

// Where B is one matrix (a dense layer), a Gemm over all rows uses the stored weights and sums the batch in one go.

function leftCotangent(b: Builder, g: string, right: string, row: readonly number[]): string {
  const column = b.dims(right)
  if (column.length > 2) return b.unbroadcast(b.matmul(g, turned(b, right)), row)
  return b.reshape(b.op('Gemm', [matrix(b, g), right], { transB: int(1) }), row)
}

function rightCotangent(b: Builder, g: string, left: string, column: readonly number[]): string {
  if (column.length > 2) return b.unbroadcast(b.matmul(turned(b, left), g), column)
  return b.op('Gemm', [matrix(b, left), matrix(b, g)], { transA: int(1) })
}

function matrix(b: Builder, x: string): string {
  const dims = b.dims(x)
  return b.reshape(x, [sizeOf(dims.slice(0, -1)), dims.at(-1) ?? 1])
}

function turned(b: Builder, x: string): string {
  const rank = b.dims(x).length
  return b.transpose(x, Array.from({ length: rank }, (_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis)))
}

function outputDims(node: Node, a: readonly number[], w: readonly number[]): readonly number[] {
  const row = asRow(a)
  const column = asColumn(w)
  if (a.length === 0 || w.length === 0 || row.at(-1) !== column.at(-2)) throw inputError('model.shape', `${describe(node)} can't multiply [${a.join(', ')}] by [${w.join(', ')}]. The model file is not valid ONNX.`)
  const outer = broadcastDims(node, [row.slice(0, -2), column.slice(0, -2)])
  return [...outer, ...(a.length === 1 ? [] : [row.at(-2) ?? 1]), ...(w.length === 1 ? [] : [column.at(-1) ?? 1])]
}
