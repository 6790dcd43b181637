import { int, intAttr, string } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { zerosAtRunTime } from './ConstantOfShape'

/** y[i] = x[indices[i]] along `axis`: gx = gy added up where it came from. */
export const rule: OpRule = {
  op: 'GatherElements',
  types: ({ input }) => [{ dtype: input(0).dtype, dims: input(1).dims }],
  vjp: ({ node, b, x, gy }) => [b.op('ScatterElements', [zerosAtRunTime(b, b.dims(x(0))), x(1), gy], { axis: int(intAttr(node, 'axis', 0)), reduction: string('add') }), null]
}
