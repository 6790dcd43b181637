import type { Builder } from '../builder'
import { int, intAttr, string } from '../onnx/attrs'
import { allocate, sizeOf, type Node, type Tensor } from '../onnx/graph'
import type { OpRule } from '../rule'
import { zerosAtRunTime } from './ConstantOfShape'
import { axisOf } from './families/axes'
import { adjointAlong, axisMatrix } from './families/axisMatrix'
import { frame } from './families/frame'

/** y = the slices of x at `indices` along `axis` (negative ones count from the end): gx = gy added up where it came from. */
export const rule: OpRule = {
  op: 'Gather',
  types: ({ node, input }) => {
    const { dims, dtype } = input(0)
    const axis = axisAt(node, dims)
    return [{ dtype, dims: [...dims.slice(0, axis), ...input(1).dims, ...dims.slice(axis + 1)] }]
  },
  fold: (node, [x, indices]) => (x && indices ? [gather(node, x, indices)] : []),
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    const axis = axisAt(node, dims)
    const along = dims[axis] ?? 1
    const g = b.reshape(gy, [sizeOf(dims.slice(0, axis)), sizeOf(b.dims(x(1))), sizeOf(dims.slice(axis + 1))])
    const indices = b.constantOf(x(1))
    const gx = indices ? knownPlaces(b, g, places(indices, along), along) : addedUp(b, g, x(1), along)
    return [b.reshape(gx, dims), null]
  }
}

const axisAt = (node: Node, dims: readonly number[]): number => axisOf(node, intAttr(node, 'axis', 0), dims.length)

const places = ({ data }: Tensor, along: number): number[] => Array.from(data, (index) => (index < 0 ? index + along : index))

/** Beyond this many entries a selection matrix costs more than it saves. */
const LARGEST_MATRIX = 2 ** 18

/** `g` [outer, indices, inner] to [outer, along, inner] where the indices are constants: a run is a pad, else a small matrix. */
function knownPlaces(b: Builder, g: string, at: readonly number[], along: number): string {
  const [first = 0] = at
  if (at.every((index, i) => index === first + i)) return frame(b, g, [0, first, 0], [0, along - first - at.length, 0])
  if (at.length * along > LARGEST_MATRIX) return addedUp(b, g, b.constant({ dtype: 'int64', dims: [at.length], data: Float64Array.from(at) }), along)
  return adjointAlong(b, g, axisMatrix(at.length, along, (i) => [[at[i] ?? 0, 1]]), 1)
}

function addedUp(b: Builder, g: string, indices: string, along: number): string {
  const dims = b.dims(g)
  const [outer = 1, count = 1, inner = 1] = dims
  const wide = b.expand(b.reshape(indices, [1, count, 1]), dims)
  return b.op('ScatterElements', [zerosAtRunTime(b, [outer, along, inner]), wide, g], { axis: int(1), reduction: string('add') })
}

function gather(node: Node, x: Tensor, indices: Tensor): Tensor {
  const axis = axisAt(node, x.dims)
  const along = x.dims[axis] ?? 1
  const run = sizeOf(x.dims.slice(axis + 1))
  const at = places(indices, along)
  const outer = sizeOf(x.dims.slice(0, axis))
  const data = allocate(x.dtype, outer * at.length * run)
  for (let o = 0; o < outer; o++)
    for (const [i, index] of at.entries()) {
      const from = (o * along + index) * run
      data.set(x.data.subarray(from, from + run), (o * at.length + i) * run)
    }
  return { dtype: x.dtype, dims: [...x.dims.slice(0, axis), ...indices.dims, ...x.dims.slice(axis + 1)], data }
}
