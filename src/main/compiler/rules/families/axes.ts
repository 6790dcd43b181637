import { inputError } from '../../../../shared/errors'
import { describe, type Node } from '../../onnx/graph'

/** A possibly negative axis as a position in 0..rank-1. */
export function axisOf(node: Node, axis: number, rank: number): number {
  const position = axis < 0 ? axis + rank : axis
  if (!Number.isInteger(position) || position < 0 || position >= rank) throw inputError('model.axis', `${describe(node)}: axis ${axis} does not exist in a tensor of rank ${rank}.`)
  return position
}

export const axesOf = (node: Node, axes: readonly number[], rank: number): number[] => axes.map((axis) => axisOf(node, axis, rank))
