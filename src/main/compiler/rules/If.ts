import { inputError } from '../../../shared/errors'
import { needGraph } from '../onnx/attrs'
import { describe } from '../onnx/graph'
import type { OpRule } from '../rule'

/**
 * One of two subgraphs. Exporters write it where a shape decides (squeeze), and every shape is known while compiling: the branch
 * that is taken stands in its place.
 */
export const rule: OpRule = {
  op: 'If',
  lower: ({ node, b, inline }) => {
    const condition = b.constantOf(node.inputs[0] ?? '')
    if (condition === undefined) throw inputError('model.branch', `${describe(node)} chooses its branch by the image while the model runs. Vidimus needs a graph without such choices; export the model by tracing it.`)
    return inline(needGraph(node, condition.data[0] ? 'then_branch' : 'else_branch'))
  }
}
