import { inputError } from '../../../shared/errors'
import { intAttr } from '../onnx/attrs'
import { dtypeOf, ownDtype } from '../onnx/dtypes'
import { allocate, describe, type DType, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/**
 * y = x as another dtype: gx = gy between floats, 0 to or from whole numbers. Several ONNX types are one here (float16 is float32),
 * so a model's Cast is first brought to the types that the compiler has; many vanish.
 */
export const rule: OpRule = {
  op: 'Cast',
  lower: ({ node, b }) => [b.cast(node.inputs[0] ?? '', dtypeOf(number(node), describe(node)))],
  types: ({ node, input }) => [{ dtype: target(node), dims: input(0).dims }],
  fold: (node, [x]) => {
    if (!x) return []
    const dtype = target(node)
    const data = allocate(dtype, x.data.length)
    for (let i = 0; i < data.length; i++) data[i] = convert(x.data[i] ?? 0, dtype)
    return [{ dtype, dims: x.dims, data }]
  },
  vjp: ({ b, gy, x, y }) => [b.type(x(0)).dtype === 'float32' && b.type(y(0)).dtype === 'float32' ? gy : null]
}

function convert(value: number, dtype: DType): number {
  if (dtype === 'float32' || dtype === 'float64') return value
  return dtype === 'bool' ? Number(value !== 0) : Math.trunc(value)
}

const target = (node: Node): DType => ownDtype(number(node))

function number(node: Node): number {
  const to = intAttr(node, 'to', NaN)
  if (Number.isNaN(to)) throw inputError('model.attribute', `${describe(node)}: "to" is missing. The model file is not valid ONNX.`)
  return to
}
