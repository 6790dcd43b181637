import { Builder, type RuleBook, type Style } from '../../../src/main/compiler/builder'
import { decodeModel } from '../../../src/main/compiler/onnx/decode'
import { sizeOf } from '../../../src/main/compiler/onnx/graph'
import { finish, type Program } from '../../../src/main/compiler/programs/program'
import type { RuleCase } from '../../../src/main/compiler/ruleCase'
import { backward } from '../../../src/main/compiler/walk'
import { Session } from '../../../src/main/runtime/session'
import { lay, modelOf, type CaseModel, type Feed } from './model'
import { randomFrom, type Random } from './values'

/**
 * Tries one case of a rule. The oracle is ONNX Runtime's forward pass of the original one-op file: our graph must give the same
 * values, and its cotangents must satisfy <J v, w> = <v, J^T w> for random v, where J v comes from differences of that forward pass.
 */
export async function tryCase(op: string, ruleCase: RuleCase, rules: RuleBook, style?: Style): Promise<Findings> {
  const model = modelOf(op, ruleCase)
  const original = await Session.open(model.bytes, { threads: 1 })
  try {
    const forward = await original.run(model.feeds)
    const w = cotangents(ruleCase, model, forward)
    const ours = await runOnce(compile(model, forward, rules, style).bytes, { ...model.feeds, ...w })
    const findings: Findings = { forward: Math.max(0, ...model.outputs.map((name) => relative(ours[name], forward[name]))), cotangents: [] }
    for (const [i, target] of model.targets.entries()) {
      const gradient = ours[`g ${target}`]
      if (gradient === undefined) throw new Error(`no cotangent for ${target}`)
      const expected = ruleCase.expect?.[i]
      findings.cotangents.push(
        expected ? { error: relative(gradient, { dims: gradient.dims, data: Float32Array.from(expected) }), size: 1 } : await compareWithDifferences(original, model, target, gradient.data, w)
      )
    }
    return findings
  } finally {
    await original.release()
  }
}

/** What `tryCase` measured. */
export interface Findings {
  /** Relative L2 error of the forward values. */
  forward: number
  /** For each differentiable input: relative error of directional derivatives, and their size. */
  cotangents: { error: number; size: number }[]
}

/** Why a case fails, in words; empty where it passes. */
export function faults({ forward, cotangents }: Findings, { tolerance = 2e-3 }: RuleCase): string[] {
  const found = forward <= 2e-6 ? [] : [`forward values differ from ONNX Runtime's by ${forward}`]
  cotangents.forEach(({ error }, i) => {
    if (!(error <= tolerance)) found.push(`the cotangent of differentiable input ${i} is off by ${error}`)
  })
  return found
}

type Feeds = Record<string, Feed>

/** w: random for differences; ones where the case says what it expects. */
function cotangents(ruleCase: RuleCase, model: CaseModel, forward: Feeds): Feeds {
  const random = randomFrom(`w ${model.graph.name}`)
  return Object.fromEntries(
    model.outputs.map((name) => {
      const { dims = [] } = forward[name] ?? {}
      return [`w ${name}`, { dims, data: Float32Array.from({ length: sizeOf(dims) }, () => (ruleCase.expect ? 1 : 2 * random() - 1)) }]
    })
  )
}

/** Forward and backward of the case in one graph, as the compiler makes it from the file's bytes. */
function compile(model: CaseModel, forward: Feeds, rules: RuleBook, style?: Style): Program {
  const b = new Builder(rules, style)
  const value = lay(decodeModel(model.bytes).graph, (input) => model.feeds[input]?.dims ?? [], b, rules)
  const nodes = [...b.nodes]
  const seeds = new Map(model.outputs.map((name) => [value(name), b.input(`w ${name}`, { dtype: 'float32', dims: forward[name]?.dims ?? [] })]))
  const gradients = backward(b, nodes, seeds, model.targets, rules)
  return finish(b, model.graph.name, [...Object.keys(model.feeds), ...seeds.values()], {
    ...Object.fromEntries(model.outputs.map((name) => [name, value(name)])),
    ...Object.fromEntries(model.targets.map((name) => [`g ${name}`, gradients.get(name) ?? '']))
  }, rules)
}

async function runOnce(bytes: Uint8Array, feeds: Feeds): Promise<Feeds> {
  const session = await Session.open(bytes, { threads: 1 })
  try {
    return await session.run(feeds)
  } finally {
    await session.release()
  }
}

const DIRECTIONS = 8
const STEP = 1 / 64

/** Directional derivatives along random signs, each also along a few single elements, against <v, gradient>. */
async function compareWithDifferences(session: Session, model: CaseModel, target: string, gradient: Float32Array, w: Feeds): Promise<{ error: number; size: number }> {
  const random = randomFrom(`v ${model.graph.name}`)
  const signs = Array.from({ length: DIRECTIONS }, () => Float32Array.from(gradient, () => (random() < 0.5 ? -1 : 1)))
  const groups = [signs, singles(gradient.length, random)]
  let worst = { error: 0, size: 0 }
  for (const group of groups) {
    let difference = 0
    let size = 0
    for (const v of group) {
      const measured = await alongDirection(session, model, target, v, w)
      const ours = dot(v, gradient)
      difference += (measured - ours) ** 2
      size += (measured ** 2 + ours ** 2) / 2
    }
    const rms = (sum: number): number => Math.sqrt(sum / group.length)
    // The floor is the noise of float32 differences; it matters only where the true cotangent is zero.
    const error = rms(difference) / (rms(size) + NOISE)
    if (!(error <= worst.error)) worst = { error, size: rms(size) }
  }
  return worst
}

const NOISE = 1e-2

function singles(length: number, random: Random): Float32Array[] {
  return Array.from({ length: Math.min(length, DIRECTIONS) }, () => {
    const v = new Float32Array(length)
    v[Math.floor(random() * length)] = 1
    return v
  })
}

/** d<w, y>/dv by central differences, extrapolated to step zero (Richardson), which removes their h^2 error. */
async function alongDirection(session: Session, model: CaseModel, target: string, v: Float32Array, w: Feeds): Promise<number> {
  const feed = model.feeds[target]
  if (feed === undefined) throw new Error(`no input ${target}`)
  const at = async (step: number): Promise<number> => {
    const data = feed.data.map((x, i) => x + step * (v[i] ?? 0))
    const y = await session.run({ ...model.feeds, [target]: { ...feed, data } })
    return model.outputs.reduce((sum, name) => sum + dot(w[`w ${name}`]?.data ?? [], y[name]?.data ?? []), 0)
  }
  const central = async (h: number): Promise<number> => ((await at(h)) - (await at(-h))) / (2 * h)
  return (4 * (await central(STEP / 2)) - (await central(STEP))) / 3
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? NaN) * (b[i] ?? NaN)
  return sum
}

/** Relative L2 error, infinite where the shapes differ; equal infinities agree. */
export function relative(a: Feed | undefined, b: Feed | undefined): number {
  if (a === undefined || b === undefined || a.dims.join() !== b.dims.join() || a.data.length !== b.data.length) return Infinity
  let difference = 0
  let size = 0
  b.data.forEach((value, i) => {
    if (a.data[i] === value) return void (size += Number.isFinite(value) ? value ** 2 : 0)
    difference += ((a.data[i] ?? NaN) - value) ** 2
    size += value ** 2
  })
  return difference === 0 ? 0 : Math.sqrt(difference / (size + 1e-12))
}

/** Relative error of the values that the rule gives while compiling, where all inputs are constant; infinite where it gives none. */
export async function tryFold(op: string, ruleCase: RuleCase, rules: RuleBook): Promise<number> {
  const model = modelOf(op, { ...ruleCase, inputs: ruleCase.inputs.map((input) => input && { ...input, constant: true }) })
  const b = new Builder(rules)
  const value = lay(decodeModel(model.bytes).graph, () => [], b, rules)
  const forward = await runOnce(model.bytes, {})
  const errors = model.outputs.map((name) => {
    const folded = b.constantOf(value(name))
    return relative(folded && { dims: folded.dims, data: Float32Array.from(folded.data) }, forward[name])
  })
  return Math.max(...errors)
}
