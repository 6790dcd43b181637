import { inputError } from '../../../shared/errors'
import { string, stringAttr } from '../onnx/attrs'
import { describe, type Attr, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { matrixAdjoint } from './families/axisMatrix'
import { interpolationMatrix, scalingsOf } from './families/interpolation'

/** y = x interpolated along each axis by a matrix (families/interpolation.ts): gx = its transpose, axis by axis. */
export const rule: OpRule = {
  op: 'Resize',
  lower: ({ node, b, opset }) => {
    if (stringAttr(node, 'coordinate_transformation_mode', '') === 'tf_crop_and_resize') throw inputError('model.resize', `${describe(node)} crops while it resizes (tf_crop_and_resize), which Vidimus can't differentiate. Export the model with half_pixel.`)
    return b.emit('Resize', node.inputs.slice(0, 1), plainAttrs(node, opset), { outputs: node.outputs, name: node.name })
  },
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: scalingsOf(node, input(0).dims).map(({ outputs }) => outputs) }],
  vjp: ({ node, b, x, gy }) => [matrixAdjoint(b, gy, scalingsOf(node, b.dims(x(0))).map((scaling) => interpolationMatrix(node, scaling)))]
}

/** Leaves out what exporters leave empty (roi, scales beside sizes), and says what opset 10 implied. */
export function plainAttrs(node: Node, opset: number): Record<string, Attr> {
  const { roi: _, ...attrs } = node.attrs
  const kept = Object.entries(attrs).filter(([, attr]) => !((attr.kind === 'ints' || attr.kind === 'floats') && attr.value.length === 0))
  return { ...Object.fromEntries(kept), ...(opset < 11 && impliedAttrs(node)) }
}

/** Before opset 11 coordinates were x / scale, and the nearest neighbour lay below, or above when shrinking. */
function impliedAttrs({ attrs }: Node): Record<string, Attr> {
  const shrinks = attrs.scales?.kind === 'floats' && attrs.scales.value.some((scale) => scale < 1)
  return { coordinate_transformation_mode: string('asymmetric'), nearest_mode: string(shrinks ? 'ceil' : 'floor') }
}
