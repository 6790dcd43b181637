import type { DType } from '../../onnx/graph'
import type { OpRule } from '../../rule'
import { broadcastDims, mapBroadcast } from '../../tensor/broadcast'

/**
 * Ops that are constant wherever they are smooth (steps, comparisons, logic): gx = 0, at the steps too.
 * `dtype` is the output's, where it is not the first input's.
 */
export function zero(op: string, evaluate: (...values: number[]) => number | boolean, dtype?: DType): OpRule {
  return {
    op,
    types: ({ node, input }) => [{ dtype: dtype ?? input(0).dtype, dims: broadcastDims(node, node.inputs.map((_, i) => input(i).dims)) }],
    fold: (node, inputs) => [mapBroadcast(node, dtype ?? inputs[0]?.dtype ?? 'float32', inputs, (...values) => Number(evaluate(...values)))],
    vjp: ({ node }) => node.inputs.map(() => null)
  }
}
