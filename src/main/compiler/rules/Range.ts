import { allocate, type Tensor } from '../onnx/graph'
import type { OpRule } from '../rule'
import { known } from './families/movement'

/** start, start + delta, ... up to but without limit: a constant, since its length must be known. */
export const rule: OpRule = {
  op: 'Range',
  types: (call) => {
    const [start, limit, delta] = [known(call, 0, 'start'), known(call, 1, 'limit'), known(call, 2, 'delta')]
    return [{ dtype: start.dtype, dims: [countOf([start, limit, delta])] }]
  },
  fold: (_, inputs) => {
    const [start = 0, , delta = 1] = inputs.map(({ data }) => data[0] ?? 0)
    const count = countOf(inputs)
    const dtype = inputs[0]?.dtype ?? 'int64'
    return [{ dtype, dims: [count], data: allocate(dtype, count).map((_, i) => start + i * delta) }]
  }
}

function countOf(inputs: readonly Tensor[]): number {
  const [start = 0, limit = 0, delta = 1] = inputs.map(({ data }) => data[0] ?? 0)
  return Math.max(0, Math.ceil((limit - start) / delta))
}
