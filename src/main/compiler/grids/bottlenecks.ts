import type { Node } from '../onnx/graph'

/**
 * Values that everything from `from` to `to` goes through, in order: cut the graph there and nothing of the input reaches the
 * output. In a residual net these are the sums between blocks, in a transformer the tokens between them.
 *
 * @param nodes an ordered forward graph
 */
export function bottlenecks(nodes: readonly Node[], from: string, to: string): string[] {
  const path = between(nodes, from, to)
  const lastUse = new Map<string, number>()
  path.forEach(({ inputs }, at) => inputs.forEach((input) => lastUse.set(input, at)))
  const open = new Set([from])
  const found: string[] = []
  const made = new Set([from, ...path.flatMap(({ outputs }) => outputs)])
  path.forEach(({ inputs, outputs }, at) => {
    for (const input of inputs) if (lastUse.get(input) === at) open.delete(input)
    for (const output of outputs) if (made.has(output) && (lastUse.has(output) || output === to)) open.add(output)
    const [only] = open
    if (open.size === 1 && only !== undefined && only !== found.at(-1)) found.push(only)
  })
  return found
}

/** The nodes on some way from one value to another. */
function between(nodes: readonly Node[], from: string, to: string): Node[] {
  const reached = new Set([from])
  const down = nodes.filter(({ inputs, outputs }) => {
    if (!inputs.some((input) => reached.has(input))) return false
    outputs.filter((output) => output !== '').forEach((output) => reached.add(output))
    return true
  })
  const needed = new Set([to])
  const up = down.toReversed().filter(({ inputs, outputs }) => {
    if (!outputs.some((output) => needed.has(output))) return false
    inputs.filter((input) => reached.has(input)).forEach((input) => needed.add(input))
    return true
  })
  return up.toReversed()
}
