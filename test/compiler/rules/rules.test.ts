import { afterAll, describe, expect, it } from 'vitest'
import type { Builder, RuleBook } from '../../../src/main/compiler/builder'
import type { OpRule } from '../../../src/main/compiler/rule'
import type { RuleCase } from '../../../src/main/compiler/ruleCase'
import { RULES, rules } from '../../../src/main/compiler/rules/index'
import { faults, tryCase, tryFold, type Findings } from './harness'

const files = import.meta.glob<{ cases: readonly RuleCase[] }>('../../../src/main/compiler/rules/*.cases.ts', { eager: true })
const casesOf = new Map(Object.entries(files).map(([path, { cases }]) => [path.replace(/^.*\/|\.cases\.ts$/g, ''), cases]))
const differentiable = (rule: OpRule): boolean => rule.vjp !== undefined || rule.lower !== undefined

/** Whether the blocked style may spell this case in its own way (rules/families/channelwise.ts). */
const canBeBlocked = ({ inputs }: RuleCase): boolean => inputs.some((input) => input?.dims.length === 4 && (input.dims[1] ?? 1) % 8 === 0)

/** Each rule's case with a cotangent that is not zero, for the mutants. */
const telling = new Map<string, { rule: OpRule; ruleCase: RuleCase; findings: Findings }>()

describe.each(RULES.map((rule) => ({ op: rule.op, rule })))('$op', ({ op, rule }) => {
  const cases = casesOf.get(op) ?? []

  if (differentiable(rule)) it('has a case', () => expect(cases.length).toBeGreaterThan(0))

  it.each(cases)('$name', async (ruleCase) => {
    const findings = await tryCase(op, ruleCase, rules)
    expect(faults(findings, ruleCase)).toEqual([])
    if (canBeBlocked(ruleCase)) expect(faults(await tryCase(op, ruleCase, rules, 'blocked'), ruleCase)).toEqual([])
    if (!telling.has(op) && !ruleCase.expect && findings.cotangents.some(({ size }) => size > 0.05)) telling.set(op, { rule, ruleCase, findings })
  })

  const foldable = rule.fold ? cases.filter(({ expect }) => !expect) : []
  it.each(foldable)('folds: $name', async (ruleCase) => {
    expect(await tryFold(op, ruleCase, rules)).toBeLessThan(2e-6)
  })
})

it('every case belongs to a rule', () => {
  const known = new Set(RULES.map(({ op }) => op))
  expect([...casesOf.keys()].filter((op) => !known.has(op))).toEqual([])
})

/** The book with one rule's cotangents passed through `spoil`. */
const spoiled = (rule: OpRule, spoil: (g: string, call: Parameters<NonNullable<OpRule['vjp']>>[0]) => string): RuleBook => {
  const wrong: OpRule = { ...rule, vjp: (call) => (rule.vjp?.(call) ?? []).map((g) => g && spoil(g, call)) }
  return (op, domain) => (op === rule.op && domain === (rule.domain ?? '') ? wrong : rules(op, domain))
}

describe('the harness rejects', () => {
  const mutants: Record<string, Parameters<typeof spoiled>[1]> = {
    'a flipped sign': (g, { b }) => b.neg(g),
    'a factor 5 % off': (g, { b }) => b.scale(g, 1.05)
  }
  it.each(Object.entries(mutants))('%s, in every rule', async (_, spoil) => {
    expect(telling.size).toBeGreaterThan(0)
    const passed: string[] = []
    for (const [op, { rule, ruleCase }] of telling)
      if (rule.vjp && faults(await tryCase(op, ruleCase, spoiled(rule, spoil)), ruleCase).length === 0) passed.push(op)
    expect(passed).toEqual([])
  })

  // A sum or difference inside a backward pass is where a formula has its terms: none may go missing unseen.
  it('a dropped term, in every rule', async () => {
    const passed: string[] = []
    for (const [op, { rule, ruleCase }] of telling)
      for (const side of [0, 1]) {
        const { book, dropped } = forgetful(rule, side)
        const found = rule.vjp ? faults(await tryCase(op, ruleCase, book), ruleCase) : []
        if (dropped() && found.length === 0) passed.push(`${op}, term ${side}`)
      }
    expect(passed).toEqual([])
  })
})

/** The book with one rule forgetting one term (`side`) of every sum of two computed terms. */
function forgetful(rule: OpRule, side: number): { book: RuleBook; dropped: () => boolean } {
  let dropped = false
  const vjp: OpRule['vjp'] = (call) => {
    const b = Object.create(call.b) as Builder
    const combine = (name: 'add' | 'sub') => (x: string, y: string): string => {
      const terms = [x, y]
      const sum = call.b[name](x, y)
      if (terms.some((term) => call.b.constantOf(term) !== undefined)) return sum
      dropped = true
      const kept = call.b.expand(terms[1 - side] ?? '', call.b.dims(sum))
      return side === 0 && name === 'sub' ? call.b.neg(kept) : kept
    }
    Object.assign(b, { add: combine('add'), sub: combine('sub') })
    return rule.vjp?.({ ...call, b }) ?? []
  }
  return { book: (op, domain) => (op === rule.op && domain === (rule.domain ?? '') ? { ...rule, vjp } : rules(op, domain)), dropped: () => dropped }
}

afterAll(() => telling.clear())
