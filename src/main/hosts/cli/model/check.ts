import { createHash } from 'node:crypto'
import { toErrorData } from '../../../../shared/errors'
import { readFaceModel, readImageModel } from '../../../compiler/faceModel'
import { decodeModel } from '../../../compiler/onnx/decode'
import type { Graph, ValueInfo } from '../../../compiler/onnx/graph'
import { missingOps, type MissingOp } from '../../../compiler/prepare/coverage'
import { rules } from '../../../compiler/rules'
import { readModelFile } from '../../../services/explain/readModelFile'
import { measureModel, type Measurements } from './measure'
import { reportInWords } from './report'

export interface CheckOptions {
  output?: string
  json?: true
}

export interface ModelReport {
  /** Whether Vidimus can explain this model. */
  ok: boolean
  file: string
  /** Bytes. */
  size: number
  sha256: string
  producer: string
  opset: number
  inputs: readonly ValueInfo[]
  outputs: readonly ValueInfo[]
  /** Nodes per op. */
  ops: Readonly<Record<string, number>>
  nodes: number
  /** Ops without a rule, all of them. */
  missing: readonly MissingOp[]
  subnormalWeights: number | null
  embedding: { name: string; size: number } | null
  /** Null where something above kept the model from running. */
  measured: Measurements | null
  /** Why `ok` is false, in words. */
  problems: string[]
}

/**
 * `vidimus model check`: prints a report on any file that is an ONNX model at all; exit status 3 where it can't be
 * explained.
 *
 * @throws VidimusError (input) where the file can't be read as ONNX
 */
export async function runCheck(path: string, { output, json }: CheckOptions): Promise<void> {
  const bytes = await readModelFile(path)
  const report = describe(path, bytes)
  const failure = await measureInto(report, bytes, output).catch((error: unknown) => toErrorData(error).message)
  if (failure !== undefined && !report.problems.includes(failure)) report.problems.push(failure)
  report.ok = report.problems.length === 0
  console.log(json === true ? JSON.stringify(report) : reportInWords(report))
  if (!report.ok) process.exitCode = 3
}

function describe(path: string, bytes: Uint8Array): ModelReport {
  const { graph, producer } = decodeModel(bytes)
  const missing = missingOps(graph.nodes, rules)
  return {
    ok: false,
    file: path,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    producer,
    opset: graph.opset,
    inputs: graph.inputs,
    outputs: graph.outputs,
    ops: countOps(graph),
    nodes: graph.nodes.length,
    missing,
    subnormalWeights: null,
    embedding: null,
    measured: null,
    problems: []
  }
}

/** Goes as far as the model allows; whatever stops it is thrown. */
async function measureInto(report: ModelReport, bytes: Uint8Array, output: string | undefined): Promise<undefined> {
  report.subnormalWeights = readImageModel(bytes).subnormals
  const model = readFaceModel(bytes, rules, output)
  report.embedding = model.embedding
  report.measured = await measureModel(model)
  report.problems.push(...report.measured.problems)
}

function countOps({ nodes }: Graph): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { op, domain } of nodes) {
    const name = domain === '' ? op : `${domain}.${op}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([, x], [, y]) => y - x))
}
