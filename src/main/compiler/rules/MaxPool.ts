import { int, intAttr } from '../onnx/attrs'
import { sizeOf, type Attrs, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { poolWindow, windowCounts } from './families/window'
import { zerosAtRunTime } from './ConstantOfShape'

/** y = max over each window; pads never win. gx = gy at each window's largest element, summed over windows. Ties: first. */
export const rule: OpRule = {
  op: 'MaxPool',
  types: ({ node, input }) => {
    const { dims, dtype } = input(0)
    const pooled = pooledDims(node, dims)
    return [
      { dtype, dims: pooled },
      { dtype: 'int64', dims: pooled }
    ]
  },
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    // Asked again for Indices: positions in the flattened x, the first where several are largest.
    const attrs: Attrs = { ...node.attrs, storage_order: int(0) }
    const indices = b.emit('MaxPool', [x(0)], attrs, { count: 2 })[1] ?? ''
    const flat = [sizeOf(b.dims(gy))]
    const scattered = b.op('ScatterElements', [zerosAtRunTime(b, [sizeOf(dims)]), b.reshape(indices, flat), b.reshape(gy, flat)], { axis: int(0), reduction: { kind: 'string', value: 'add' } })
    return [b.reshape(scattered, dims)]
  }
}

function pooledDims(node: Node, dims: readonly number[]): readonly number[] {
  const spatial = dims.slice(2)
  return [...dims.slice(0, 2), ...windowCounts(poolWindow(node, spatial), spatial, intAttr(node, 'ceil_mode', 0) === 1)]
}
