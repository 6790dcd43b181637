import type { ValueInfo } from '../../../compiler/onnx/graph'
import type { ModelReport } from './check'

/** The report for a terminal. */
export function reportInWords(report: ModelReport): string {
  const { ok, file, size, sha256, producer, opset, nodes, ops, missing, subnormalWeights, embedding, measured, problems } = report
  return [
    `${file}: ${ok ? 'Vidimus can explain this model.' : 'Vidimus can\u2019t explain this model.'}`,
    ...problems.map((problem) => `  ${problem}`),
    '',
    line('Size', `${size} bytes, SHA-256 ${sha256}`),
    line('Made by', `${producer || 'unknown'}, ONNX opset ${opset}`),
    line('Inputs', report.inputs.map(valueInWords).join('; ') || 'none'),
    line('Outputs', report.outputs.map(valueInWords).join('; ') || 'none'),
    line('Embedding', embedding === null ? 'not found' : `${embedding.name}, ${embedding.size} values`),
    line('Nodes', `${nodes}: ${Object.entries(ops).map(([op, count]) => `${op} ${count}`).join(', ')}`),
    line('No rule', missing.length === 0 ? 'none: every op has one' : missing.map(({ op, domain, count }) => `${domain === '' ? '' : `${domain}.`}${op} (${count}x)`).join(', ')),
    line('Subnormals', subnormalWeights === null ? 'not counted' : `${subnormalWeights} weights, flushed to zero when compiling`),
    ...(measured === null ? [] : [
      line('Gradient', `relative error ${measured.gradient.relativeError.toExponential(1)} against finite differences (at most ${measured.gradient.tolerance})`),
      line('Batch', `relative error ${measured.batch.relativeError.toExponential(1)} of two images in one run against each alone (at most ${measured.batch.tolerance})`)
    ])
  ].join('\n')
}

const line = (label: string, text: string): string => `${label.padEnd(12)}${text}`

const valueInWords = ({ name, dtype, dims }: ValueInfo): string => `${name} ${dtype} [${dims?.map((dim) => dim ?? '?').join(', ') ?? 'unknown'}]`
