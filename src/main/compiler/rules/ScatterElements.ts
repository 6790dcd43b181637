import { inputError } from '../../../shared/errors'
import { int, intAttr, stringAttr } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { zerosAtRunTime } from './ConstantOfShape'

/**
 * y = data with updates written (or added) at indices along `axis`. gdata = gy (zero where overwritten),
 * gupdates = gy gathered at the indices.
 */
export const rule: OpRule = {
  op: 'ScatterElements',
  types: ({ input }) => [input(0)],
  vjp: ({ node, b, x, gy, needs }) => {
    const axis = int(intAttr(node, 'axis', 0))
    const adds = isAdding(node)
    const nothing = (): string => b.op('ScatterElements', [gy, x(1), zerosAtRunTime(b, b.dims(x(2)))], { axis })
    return [needs(0) ? (adds ? gy : nothing()) : null, null, needs(2) ? b.op('GatherElements', [gy, x(1)], { axis }) : null]
  }
}

function isAdding(node: Node): boolean {
  const reduction = stringAttr(node, 'reduction', 'none')
  if (reduction !== 'add' && reduction !== 'none') throw inputError('model.attribute', `${describe(node)}: Vidimus can't differentiate the reduction "${reduction}". Export the model without it.`)
  return reduction === 'add'
}
