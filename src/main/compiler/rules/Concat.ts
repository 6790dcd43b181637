import { inputError } from '../../../shared/errors'
import { intAttr } from '../onnx/attrs'
import { allocate, describe, sizeOf, type Node, type Tensor } from '../onnx/graph'
import type { OpRule } from '../rule'
import { axisOf } from './families/axes'

/** y = the inputs one after the other along `axis`: each input's cotangent is its part of gy. */
export const rule: OpRule = {
  op: 'Concat',
  types: ({ node, inputs, input }) => [{ dtype: input(0).dtype, dims: joinedDims(node, inputs.map((_, i) => input(i).dims)) }],
  fold: (node, parts) => [join(node, parts)],
  vjp: ({ node, b, x, gy, needs }) => {
    const axis = axisOf(node, intAttr(node, 'axis', 1), b.dims(gy).length)
    let from = 0
    return node.inputs.map((_, i) => {
      const start = from
      from += b.dims(x(i))[axis] ?? 0
      return needs(i) ? b.slice(gy, axis, start, from) : null
    })
  }
}

function joinedDims(node: Node, shapes: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = shapes
  const axis = axisOf(node, intAttr(node, 'axis', 1), first.length)
  const fits = shapes.every((dims) => dims.length === first.length && dims.every((dim, i) => i === axis || dim === first[i]))
  if (!fits) throw inputError('model.shape', `${describe(node)} can't join the shapes ${shapes.map((dims) => `[${dims.join(', ')}]`).join(', ')} along axis ${axis}.`)
  return first.map((dim, i) => (i === axis ? shapes.reduce((sum, dims) => sum + (dims[axis] ?? 0), 0) : dim))
}

function join(node: Node, parts: readonly Tensor[]): Tensor {
  const dims = joinedDims(node, parts.map((part) => part.dims))
  const dtype = parts[0]?.dtype ?? 'float32'
  const axis = axisOf(node, intAttr(node, 'axis', 1), dims.length)
  const data = allocate(dtype, sizeOf(dims))
  const runs = parts.map((part) => sizeOf(part.dims.slice(axis)))
  let at = 0
  for (let outer = 0; outer < sizeOf(dims.slice(0, axis)); outer++)
    for (const [i, { data: values }] of parts.entries()) {
      const run = runs[i] ?? 0
      data.set(values.subarray(outer * run, (outer + 1) * run), at)
      at += run
    }
  return { dtype, dims, data }
}
