import { inputError } from '../../../shared/errors'
import { float, floatAttr, int, intAttr } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/**
 * y = alpha A' B' + beta C, where ' transposes if asked: gA' = alpha gy B'^T, gB' = alpha A'^T gy, gC = beta gy.
 * The transposes go into the flags of the backward Gemm, so the weights are stored once.
 */
export const rule: OpRule = {
  op: 'Gemm',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: outputDims(node, input(0).dims, input(1).dims) }],
  vjp: ({ node, b, x, gy, needs }) => {
    const [ta, tb] = [intAttr(node, 'transA', 0), intAttr(node, 'transB', 0)]
    const product = (left: string, right: string, transA: number, transB: number): string =>
      b.op('Gemm', [left, right], { alpha: float(floatAttr(node, 'alpha', 1)), transA: int(transA), transB: int(transB) })
    return [
      needs(0) ? (ta ? product(x(1), gy, tb, 1) : product(gy, x(1), 0, 1 - tb)) : null,
      needs(1) ? (tb ? product(gy, x(0), 1, ta) : product(x(0), gy, 1 - ta, 0)) : null,
      needs(2) ? b.scale(b.unbroadcast(gy, b.dims(x(2))), floatAttr(node, 'beta', 1)) : null
    ]
  }
}

function outputDims(node: Node, a: readonly number[], w: readonly number[]): readonly number[] {
  const [m = 0, k] = intAttr(node, 'transA', 0) ? a.toReversed() : a
  const [depth, n = 0] = intAttr(node, 'transB', 0) ? w.toReversed() : w
  if (a.length !== 2 || w.length !== 2 || k !== depth) throw inputError('model.shape', `${describe(node)} can't multiply [${a.join(', ')}] by [${w.join(', ')}]. The model file is not valid ONNX.`)
  return [m, n]
}
