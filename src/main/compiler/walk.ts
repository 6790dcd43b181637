import { VidimusError } from '../../shared/errors'
import type { Builder, RuleBook } from './builder'
import { guarded } from './guard'
import { describe, type Node } from './onnx/graph'
import type { VjpCall } from './rule'

/**
 * Reverse-mode differentiation: walks `nodes` (an ordered forward graph) backwards and emits the backward nodes into `b`.
 *
 * @param seeds cotangents of some forward values, each of its value's shape
 * @param targets values whose cotangents are wanted
 * @returns the cotangent of each target; a zero tensor where nothing flows
 */
export function backward(b: Builder, nodes: readonly Node[], seeds: ReadonlyMap<string, string>, targets: readonly string[], rules: RuleBook): Map<string, string> {
  const active = dependents(nodes, targets)
  const arrived = new Map<string, string[]>()
  for (const [value, cotangent] of seeds) arrived.set(value, [cotangent])
  // Fan-out: a value's cotangents are summed once, when its maker is reached and all its users are behind.
  const cotangentOf = (value: string): string | null => {
    const terms = arrived.get(value)
    if (terms === undefined) return null
    const total = b.sum(terms)
    arrived.set(value, [total])
    return total
  }
  for (const node of nodes.toReversed()) {
    if (!node.inputs.some((input) => active.has(input))) continue
    const g = node.outputs.map(cotangentOf)
    if (g.every((cotangent) => cotangent === null)) continue
    pullBack(b, node, g, active, rules).forEach((cotangent, i) => {
      const input = node.inputs[i]
      if (cotangent === null || input === undefined || !active.has(input)) return
      const terms = arrived.get(input)
      if (terms === undefined) arrived.set(input, [cotangent])
      else terms.push(cotangent)
    })
  }
  return new Map(targets.map((target) => [target, cotangentOf(target) ?? b.zeros(b.dims(target))]))
}

/** Every value that depends on one of `targets`, the targets included. */
function dependents(nodes: readonly Node[], targets: readonly string[]): Set<string> {
  const active = new Set(targets)
  for (const node of nodes) if (node.inputs.some((input) => active.has(input))) for (const output of node.outputs) active.add(output)
  active.delete('')
  return active
}

function pullBack(b: Builder, node: Node, g: readonly (string | null)[], active: ReadonlySet<string>, rules: RuleBook): readonly (string | null)[] {
  const vjp = rules(node.op, node.domain)?.vjp
  if (vjp === undefined) throw new VidimusError('fault', 'compiler.no-vjp', `${describe(node)}: the rule for ${node.op} has no backward part.`)
  const call: VjpCall = {
    node,
    b,
    x: (i) => node.inputs[i] ?? '',
    y: (i) => node.outputs[i] ?? '',
    g,
    gy: g[0] ?? '',
    needs: (i) => active.has(node.inputs[i] ?? '')
  }
  return guarded(node, () => vjp(call))
}
