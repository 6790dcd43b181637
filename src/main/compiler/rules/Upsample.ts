import type { OpRule } from '../rule'
import { plainAttrs } from './Resize'

/** What Resize was called up to opset 9. */
export const rule: OpRule = {
  op: 'Upsample',
  lower: ({ node, b, opset }) => b.emit('Resize', node.inputs.slice(0, 1), plainAttrs(node, opset), { outputs: node.outputs, name: node.name })
}
