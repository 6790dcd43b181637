import { describe, expect, it } from 'vitest'
import { Builder } from '../../../src/main/compiler/builder'
import { decodeModel } from '../../../src/main/compiler/onnx/decode'
import { sizeOf, type Attr } from '../../../src/main/compiler/onnx/graph'
import { uniform, values, type CaseInput, type RuleCase } from '../../../src/main/compiler/ruleCase'
import { rules } from '../../../src/main/compiler/rules/index'
import { backward } from '../../../src/main/compiler/walk'
import { VidimusError } from '../../../src/shared/errors'
import { lay, modelOf, type CaseModel } from './model'
import { randomFrom, type Random } from './values'

const files = import.meta.glob<{ cases: readonly RuleCase[] }>('../../../src/main/compiler/rules/*.cases.ts', { eager: true })
const all = Object.entries(files).map(([path, { cases }]) => ({ op: path.replace(/^.*\/|\.cases\.ts$/g, ''), cases }))

const TWISTS_PER_CASE = 8
const INTEGERS = [0, -1, 2, 3, 7, -5, 1000, 5e6, 1e9, 2 ** 31, 1e12, 2 ** 53, 2 ** 62]
const REALS = [0, -1, 0.01, 100, 1e-30, 1e9, 1e30, NaN, Infinity]
const WORDS = ['', 'x', 'SAME_UPPER', 'reflect', 'toString', '__proto__', 'ij,jk->ik', '...']

/** A hostile or damaged file: whatever its parameters and shapes, a rule compiles it or says what is wrong, and makes nothing huge. */
describe('a rule with twisted parameters compiles or refuses in words', () => {
  it.each(all)('$op', ({ op, cases }) => {
    const random = randomFrom(`twisted ${op}`)
    const faults: string[] = []
    for (const ruleCase of cases)
      for (let i = 0; i < TWISTS_PER_CASE; i++) {
        const twisted = twist(ruleCase, random)
        const fault = faultOf(op, twisted)
        if (fault !== undefined) faults.push(`${ruleCase.name} ${JSON.stringify(twisted.attrs)}: ${fault}`)
      }
    expect(faults).toEqual([])
  })
})

const LARGEST_GROWTH = 512 * 2 ** 20

function faultOf(op: string, ruleCase: RuleCase): string | undefined {
  const model = modelOf(op, ruleCase)
  const before = process.memoryUsage().arrayBuffers
  try {
    compile(model)
  } catch (error) {
    if (!(error instanceof VidimusError) || error.kind !== 'input') return String(error)
  }
  const growth = process.memoryUsage().arrayBuffers - before
  return growth > LARGEST_GROWTH ? `took ${growth} bytes` : undefined
}

function compile(model: CaseModel): void {
  const b = new Builder(rules)
  const value = lay(decodeModel(model.bytes).graph, (name) => model.feeds[name]?.dims ?? [], b, rules)
  const nodes = [...b.nodes]
  const seeds = new Map(model.outputs.map((name) => [value(name), b.input(`w ${name}`, b.type(value(name)))]))
  backward(b, nodes, seeds, model.targets, rules)
}

function pick<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('an empty list')
  return found
}

function twist(ruleCase: RuleCase, random: Random): RuleCase {
  const attrs = Object.entries(ruleCase.attrs ?? {}).map(([name, attr]) => [name, random() < 0.6 ? twistAttr(attr, random) : attr] as const)
  return { ...ruleCase, attrs: Object.fromEntries(attrs), inputs: ruleCase.inputs.map((input) => input && twistInput(input, random)) }
}

function twistInput(input: CaseInput, random: Random): CaseInput {
  const { dims, dtype, constant } = input
  const chance = random()
  if (chance < 0.08) return { ...input, dims: dims.slice(1), domain: uniform(-1, 1) }
  if (chance < 0.16) return { ...input, dims: [...dims, 1], domain: uniform(-1, 1) }
  if (constant !== true || dtype !== 'int64' || chance < 0.5) return input
  return { ...input, domain: values(...Array.from({ length: sizeOf(dims) }, () => pick(INTEGERS, random))) }
}

function twistAttr(attr: Attr, random: Random): Attr {
  const among = (list: readonly number[], choices: readonly number[]): readonly number[] =>
    random() < 0.2 ? list.slice(1) : list.map((value) => (random() < 0.5 ? pick(choices, random) : value))
  switch (attr.kind) {
    case 'int':
      return { kind: 'int', value: pick(INTEGERS, random) }
    case 'float':
      return { kind: 'float', value: pick(REALS, random) }
    case 'string':
      return { kind: 'string', value: pick(WORDS, random) }
    case 'ints':
      return { kind: 'ints', value: among(attr.value, INTEGERS) }
    case 'floats':
      return { kind: 'floats', value: among(attr.value, REALS) }
    default:
      return attr
  }
}
