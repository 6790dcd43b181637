import { benchLatency, type LatencyReport } from '../../../bench/latency'
import { loadDefaultModel } from '../../../runtime/models'
import { Progress } from '../progress'

export interface LatencyCliOptions {
  threads: number
  json?: true
}

/** `vidimus bench latency`. */
export async function runLatency({ threads, json }: LatencyCliOptions): Promise<void> {
  const progress = new Progress(json === true)
  const { bytes } = await loadDefaultModel('recognition')
  const report = await benchLatency({ model: bytes, threads, progress: progress.count })
  progress.clear()
  console.log(json === true ? JSON.stringify(report) : inWords(report))
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
