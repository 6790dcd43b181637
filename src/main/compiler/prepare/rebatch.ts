import { inputError, VidimusError } from '../../../shared/errors'
import type { Builder, RuleBook, Style } from '../builder'
import type { Graph } from '../onnx/graph'
import { carriesBatch } from './batch'
import { specialize, IMAGES, Plan, type Specialized } from './specialize'

/** What is laid out: the part of `graph` that `outputs` need, fed through `image`, which the file declares for `batch` images. */
export interface Wanted {
  graph: Graph
  outputs: readonly string[]
  image: { name: string; dims: readonly number[] }
  /** Batch size the file was exported for. */
  batch: number
}

/**
 * Lays a model out for `image.dims[0]` images, whatever batch size it was exported for: in one pass where every shape can be
 * stretched beyond doubt, else as that many copies of the file's own graph, which is slower but cannot mix photos up.
 */
export function rebatch(wanted: Wanted, rules: RuleBook, style?: Style): Specialized {
  const { graph, outputs, image, batch } = wanted
  const [count = 1, ...rest] = image.dims
  const plan = new Plan(graph, outputs, rules)
  if (count === batch) return specialize(plan, image, style)
  const declared = specialize(plan, { ...image, dims: [batch, ...rest] }, style)
  try {
    const stretched = specialize(plan, image, style, declared)
    if (staysApart(plan, declared, stretched, count / batch)) return stretched
  } catch (error) {
    if (!(error instanceof VidimusError) || error.kind !== 'input') throw error
  }
  return unrolled(plan, wanted, declared, style)
}

/** Whether every value that depends on the images holds all of them, and every output one after the other. */
function staysApart(plan: Plan, declared: Specialized, stretched: Specialized, factor: number): boolean {
  const active = new Set([IMAGES])
  for (const { inputs, outputs } of stretched.b.nodes) if (inputs.some((name) => active.has(name))) for (const output of outputs) active.add(output)
  const shapes = (name: string): [readonly number[], readonly number[]] => [declared.b.dims(declared.value(name)), stretched.b.dims(stretched.value(name))]
  const holds = (name: string): boolean => name === '' || !active.has(stretched.value(name)) || carriesBatch(...shapes(name), factor)
  const isRow = (name: string): boolean => {
    const [before, after] = shapes(name)
    return after[0] === (before[0] ?? 0) * factor
  }
  return stretched.laid.every((node) => node.outputs.every(holds)) && plan.outputs.every((name) => !active.has(stretched.value(name)) || isRow(name))
}

/** A copy of the graph for every batch of the declared size; the last one is filled up with repeats of the last image. */
function unrolled(plan: Plan, { image, batch }: Wanted, declared: Specialized, style?: Style): Specialized {
  const [count = 1] = image.dims
  const b = plan.builder(style)
  const images = b.input(IMAGES, { dtype: 'float32', dims: image.dims })
  const starts = Array.from({ length: Math.ceil(count / batch) }, (_, i) => i * batch)
  const copies = starts.map((start, i) => plan.lay(b, new Map([[image.name, filled(b, images, start, batch)]]), `copy${i}/`))
  const joined = new Map<string, string>()
  for (const output of plan.outputs) {
    const dims = declared.b.dims(declared.value(output))
    // An embedding without a batch axis belongs to the one image.
    const rows = dims[0] === batch ? dims : [1, ...dims]
    if (rows[0] !== batch) throw inputError('model.batch', `The output "${output}" has the shape [${dims.join(', ')}] for ${batch} image(s), so it can't be told which part belongs to which.`)
    const parts = copies.map(({ value }) => b.reshape(value(output), rows))
    joined.set(output, b.slice(b.concat(parts, 0), 0, 0, count))
  }
  return { b, value: (name) => (name === image.name ? images : (joined.get(name) ?? '')), targets: new Map(), laid: [] }
}

function filled(b: Builder, images: string, start: number, batch: number): string {
  const [count = 1] = b.dims(images)
  const own = b.slice(images, 0, start, Math.min(start + batch, count))
  const missing = Math.max(0, start + batch - count)
  const last = b.slice(images, 0, count - 1, count)
  return b.concat([own, ...Array.from({ length: missing }, () => last)], 0)
}
