import { benchModel, modelInWords } from '../../../bench/benchModel'
import { benchLatency, type LatencyReport } from '../../../bench/latency'
import { markdownTable } from '../../../bench/markdownTable'
import { benchMethods, type MethodLatency } from '../../../bench/methodLatency'
import type { MethodName } from '../../../explain/methods'
import { loadRecognizer } from '../../../services/explain/recognizer'
import { modelChoiceOf, type ModelOptions } from '../modelOptions'
import { Progress } from '../progress'

export interface LatencyCliOptions extends ModelOptions {
  threads: number
  methods: MethodName[]
  pairsLimit: number
  json?: true
}

/** `vidimus bench latency`. */
export async function runLatency({ threads, methods, pairsLimit, json, ...model }: LatencyCliOptions): Promise<void> {
  const progress = new Progress()
  const recognizer = await loadRecognizer(modelChoiceOf(model))
  const report = await benchLatency({ recognizer, threads, progress: progress.count })
  const times = methods.length === 0 ? [] : await benchMethods({ recognizer, methods, pairs: pairsLimit, threads, progress: (done, total) => progress.countStage('Pairs', done, total) })
  progress.clear()
  console.log(json === true ? JSON.stringify({ ...report, methods: times, model: benchModel(recognizer) }) : [inWords(report), ...(times.length > 0 ? [methodsInWords(times)] : []), modelInWords(benchModel(recognizer))].join('\n\n'))
}

/** The paper's Table 3. */
function methodsInWords(methods: readonly MethodLatency[]): string {
  const rows = methods.map(({ title, meanMs, totalMs, inForwards, forwards, throughput }) => [
    title, meanMs.toFixed(1), (totalMs / 1000).toFixed(2), inForwards.toFixed(1), forwards === null ? '' : `${forwards}`, throughput === null ? '' : `${(throughput * 100).toFixed(0)} %`
  ])
  return `Maps of both images, ${methods[0]?.pairs} pairs of noise one at a time, at threshold 0.24. A forward pass is here the one that the compiler spells (${methods[0]?.forwardMs.toFixed(1)} ms), which is quicker than the model as it came, by which the figures above divide:\n\n${markdownTable(['Method', 'mean, ms', 'total, s', 'in compiled forward passes', 'images run', 'of bare throughput'], rows)}`
}

function inWords({ threads, rounds, pairAlone, pairBatched, pairAloneExact, times, bestForwardBatch, bestPairBatch }: LatencyReport): string {
  const rows = Object.entries(times).map(([kind, byBatch]) => `  ${kind.padEnd(16)}${Object.entries(byBatch).map(([count, ms]) => `${count}: ${ms.toFixed(1)}`.padEnd(12)).join('')}`)
  return [
    `One pair explained in both directions costs, on ${threads} thread${threads === 1 ? '' : 's'} (medians of ${rounds} rounds):`,
    `  ${pairAlone.toFixed(2)} forward passes of one image, run alone (${pairAloneExact.toFixed(2)} with the forward pass in float64)`,
    `  ${pairBatched.toFixed(2)} forward passes a pair, ${bestPairBatch} pairs a run, against ${bestForwardBatch} images a run`,
    'Milliseconds an image or a pair, by batch size:',
    ...rows
  ].join('\n')
}
