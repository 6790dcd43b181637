import { inputError } from '../../../shared/errors'
import type { Builder } from '../builder'
import { stringAttr } from '../onnx/attrs'
import { describe, sizeOf, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/** Sums of products in Einstein's notation: lowered to Transpose, Reshape, ReduceSum and MatMul, two operands at a time. */
export const rule: OpRule = {
  op: 'Einsum',
  lower: ({ node, b }) => {
    const { operands, output } = parse(node, node.inputs.map((name) => b.dims(name).length))
    const labelled = node.inputs.map((name, i): Labelled => ({ name, labels: operands[i] ?? [] }))
    refuseUneven(node, b, labelled)
    const product = labelled.reduce((left, right, i) => multiply(b, left, right, [...output, ...labelled.slice(i + 1).flatMap(({ labels }) => labels)]))
    return b.emit('Identity', [arrange(b, product, output)], {}, { outputs: node.outputs })
  }
}

/** A value whose axes are named by letters. */
interface Labelled {
  name: string
  labels: readonly string[]
}

function parse(node: Node, ranks: readonly number[]): { operands: string[][]; output: string[] } {
  const equation = stringAttr(node, 'equation', '').replaceAll(' ', '')
  const [left = '', right] = equation.split('->')
  const terms = left.split(',')
  // The axes behind an ellipsis get labels of their own, aligned at the last one.
  const hidden = Math.max(0, ...terms.map((term, i) => (term.includes('...') ? (ranks[i] ?? 0) - (term.length - 3) : 0)))
  const letters = (term: string, rank: number): string[] => {
    const [before = '', after] = term.split('...')
    if (after === undefined) return [...before]
    const count = rank - before.length - after.length
    return [...before, ...Array.from({ length: count }, (_, i) => `.${hidden - count + i}`), ...after]
  }
  const operands = terms.map((term, i) => letters(term, ranks[i] ?? 0))
  const output = right === undefined ? implied(operands) : letters(right, hidden + right.replace('...', '').length)
  const valid = operands.length === ranks.length && operands.every((labels, i) => labels.length === ranks[i] && new Set(labels).size === labels.length)
  if (!valid) throw inputError('model.einsum', `${describe(node)}: Vidimus can't read the equation "${equation}" for inputs of rank ${ranks.join(', ')} (an index repeated within one input is not supported).`)
  return { operands, output }
}

/** Without "->": the ellipsis, then every letter that occurs once, sorted. */
function implied(operands: readonly (readonly string[])[]): string[] {
  const all = operands.flat()
  const once = all.filter((label) => !label.startsWith('.') && all.filter((other) => other === label).length === 1)
  return [...new Set(all.filter((label) => label.startsWith('.')))].sort().concat(once.sort())
}

function refuseUneven(node: Node, b: Builder, operands: readonly Labelled[]): void {
  const sizes = new Map<string, number>()
  for (const { name, labels } of operands)
    labels.forEach((label, axis) => {
      const size = b.dims(name)[axis] ?? 1
      if ((sizes.get(label) ?? size) !== size) throw inputError('model.einsum', `${describe(node)}: its index "${label}" has size ${size} in one input and ${sizes.get(label) ?? 1} in another.`)
      sizes.set(label, size)
    })
}

/** The product of two values, summed over the labels that nothing in `wanted` needs. */
function multiply(b: Builder, left: Labelled, right: Labelled, wanted: readonly string[]): Labelled {
  const a = sumOut(b, left, [...wanted, ...right.labels])
  const c = sumOut(b, right, [...wanted, ...left.labels])
  const shared = a.labels.filter((label) => c.labels.includes(label))
  const batch = shared.filter((label) => wanted.includes(label))
  const contracted = shared.filter((label) => !wanted.includes(label))
  const rows = a.labels.filter((label) => !shared.includes(label))
  const columns = c.labels.filter((label) => !shared.includes(label))
  const size = (labels: readonly string[]): number => sizeOf(sizesOf(b, a, c, labels))
  const matrices = b.matmul(
    b.reshape(arrange(b, a, [...batch, ...rows, ...contracted]), [size(batch), size(rows), size(contracted)]),
    b.reshape(arrange(b, c, [...batch, ...contracted, ...columns]), [size(batch), size(contracted), size(columns)])
  )
  const labels = [...batch, ...rows, ...columns]
  return { labels, name: b.reshape(matrices, sizesOf(b, a, c, labels)) }
}

function sizesOf(b: Builder, a: Labelled, c: Labelled, labels: readonly string[]): number[] {
  const sizes = new Map([...a.labels.map((label, i) => [label, b.dims(a.name)[i]] as const), ...c.labels.map((label, i) => [label, b.dims(c.name)[i]] as const)])
  return labels.map((label) => sizes.get(label) ?? 1)
}

function sumOut(b: Builder, { name, labels }: Labelled, wanted: readonly string[]): Labelled {
  const gone = labels.flatMap((label, axis) => (wanted.includes(label) ? [] : [axis]))
  return { name: b.reduceSum(name, gone, false), labels: labels.filter((label) => wanted.includes(label)) }
}

/** The value with its axes in the order of `labels`; others are summed. */
function arrange(b: Builder, value: Labelled, labels: readonly string[]): string {
  const summed = sumOut(b, value, labels)
  return b.transpose(summed.name, labels.map((label) => summed.labels.indexOf(label)))
}
