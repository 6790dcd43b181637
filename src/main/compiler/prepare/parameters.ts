import { inputError } from '../../../shared/errors'
import { describe, type Attr, type Node, type Tensor } from '../onnx/graph'
import { parametersOf, type Parameter } from '../onnx/parameters'

/**
 * The node in canonical form: constant parameter inputs become attributes, data inputs stay.
 * `constant` gives the value of an input where it is known.
 */
export function canonical(node: Node, opset: number, constant: (name: string) => Tensor | undefined): Node {
  const parameters = node.domain === '' ? parametersOf(node.op, opset) : []
  if (parameters.length === 0) return node
  const attrs: Record<string, Attr> = { ...node.attrs }
  for (const parameter of parameters) {
    const input = node.inputs[parameter.input] ?? ''
    if (input === '') continue
    const value = constant(input)
    if (value === undefined)
      throw inputError('model.dynamic-parameter', `${describe(node)}: its "${parameter.name}" is computed from the image while the model runs. Vidimus needs it fixed; export the model with a fixed input size.`)
    attrs[parameter.name] = toAttr(parameter, value)
  }
  const positions = new Set(parameters.map(({ input }) => input))
  return { ...node, attrs, inputs: node.inputs.filter((_, i) => !positions.has(i)) }
}

function toAttr({ kind }: Parameter, value: Tensor): Attr {
  const values = Array.from(value.data)
  if (kind === 'ints' || kind === 'floats') return { kind, value: values }
  return { kind, value: values[0] ?? 0 }
}
