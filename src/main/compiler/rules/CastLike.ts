import type { OpRule } from '../rule'

/** y = x as the dtype of the second input: a Cast. */
export const rule: OpRule = {
  op: 'CastLike',
  lower: ({ node, b }) => [b.cast(node.inputs[0] ?? '', b.type(node.inputs[1] ?? '').dtype)]
}
