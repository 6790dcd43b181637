import { inputError } from '../../../shared/errors'
import type { RuleBook } from '../builder'
import type { Node } from '../onnx/graph'

export interface MissingOp {
  op: string
  domain: string
  /** How many nodes use it. */
  count: number
}

/** Every op without a rule, at once, so that a user learns the whole distance to go. */
export function missingOps(nodes: readonly Node[], rules: RuleBook): MissingOp[] {
  const missing = new Map<string, MissingOp>()
  for (const { op, domain } of nodes) {
    if (rules(op, domain) !== undefined) continue
    const key = `${domain}:${op}`
    const entry = missing.get(key) ?? { op, domain, count: 0 }
    entry.count++
    missing.set(key, entry)
  }
  return [...missing.values()].sort((a, b) => a.op.localeCompare(b.op))
}

export function refuseMissingOps(nodes: readonly Node[], rules: RuleBook): void {
  const missing = missingOps(nodes, rules)
  if (missing.length === 0) return
  const list = missing.map(({ op, domain, count }) => `${domain ? `${domain}.` : ''}${op} (${count}x)`).join(', ')
  throw inputError('model.no-rule', `Vidimus can't differentiate this model: no rule for ${list}. Export it without these ops, or ask for a rule.`, { detail: { missing } })
}
