import { inputError, VidimusError } from '../../shared/errors'
import { describe, type Node } from './onnx/graph'

/**
 * Runs what a rule does with a node of the model. Rules check what can plausibly be wrong; what else they stumble over
 * comes from a damaged file, and is said as such, with the node.
 */
export function guarded<T>(node: Node, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof VidimusError) throw error
    throw inputError('model.node', `${describe(node)} can't be read: ${error instanceof Error ? error.message : String(error)}. Export the model again.`, { cause: error })
  }
}
