import { readFaceModel, type FaceModel } from '../compiler/faceModel'
import { embeddingProgram } from '../compiler/programs/embedding'
import type { Program } from '../compiler/programs/program'
import { xssabProgram } from '../compiler/programs/xssab'
import { rules } from '../compiler/rules'
import { VidimusError } from '../../shared/errors'
import type { Recognizer } from '../explain/xssab'
import { seededNoise } from '../runtime/seededNoise'
import { Session, type Tensor } from '../runtime/session'
import { median } from './median'

export interface LatencyOptions {
  recognizer: Pick<Recognizer, 'bytes' | 'embedding'>
  threads: number
  /** Timed rounds; every variant runs once a round, in turn. */
  rounds?: number
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Milliseconds are medians over the rounds, of this machine in this process; the ratios are what can be compared. */
export interface LatencyReport {
  threads: number
  rounds: number
  /** One pair in one run, both directions, against one image's forward pass alone. */
  pairAlone: number
  /** A pair in its best batch size against an image's forward pass in its own best batch size. */
  pairBatched: number
  /** As pairAlone, with the forward pass in float64 (what `explain` uses by default). */
  pairAloneExact: number
  times: {
    /** Batch size -> ms an image: the model as it came, subnormal weights flushed. */
    forward: Record<string, number>
    /** The same forward pass as the compiler spells it inside the explanation. */
    forwardCompiled: Record<string, number>
    /** Pairs a run -> ms a pair. */
    pair: Record<string, number>
    pairExact: Record<string, number>
  }
  bestForwardBatch: number
  bestPairBatch: number
}

interface Variant {
  kind: keyof LatencyReport['times']
  /** Images or pairs a run. */
  count: number
  session: Session
  feeds: Record<string, Tensor>
  times: number[]
}

const FORWARD_BATCHES = [1, 2, 4, 8, 16]
const PAIR_BATCHES = [1, 2, 4, 8]
const WARM_UP_ROUNDS = 2

/**
 * What an explanation costs in forward passes, all in one process and interleaved, so that a noisy machine slows
 * every variant alike. CPU only.
 */
export async function benchLatency(options: LatencyOptions): Promise<LatencyReport> {
  const model = readFaceModel(options.recognizer.bytes, rules, options.recognizer.embedding)
  const rounds = options.rounds ?? 15
  const variants = await openVariants(model, options.threads)
  for (let round = 0; round < rounds + WARM_UP_ROUNDS; round++) {
    for (const variant of variants) {
      if (options.signal?.aborted) throw new VidimusError('cancelled', 'bench.cancelled', 'The benchmark was cancelled.')
      const elapsed = await timeOnce(variant)
      if (round >= WARM_UP_ROUNDS) variant.times.push(elapsed)
    }
    options.progress?.(round + 1, rounds + WARM_UP_ROUNDS)
  }
  for (const { session } of variants) await session.release()
  return report(variants, options.threads, rounds)
}

async function openVariants(model: FaceModel, threads: number): Promise<Variant[]> {
  const style = process.arch === 'x64' ? 'blocked' : 'plain'
  const variants: Variant[] = []
  const add = async (kind: Variant['kind'], count: number, images: number, program: Program): Promise<void> => {
    variants.push({ kind, count, session: await Session.open(program.bytes, { threads }), feeds: feedsFor(model, images, kind.startsWith('pair')), times: [] })
  }
  for (const count of FORWARD_BATCHES) await add('forward', count, count, embeddingProgram(model, count, rules))
  for (const count of [1, 2]) await add('forwardCompiled', count, count, embeddingProgram(model, count, rules, style))
  for (const count of PAIR_BATCHES) await add('pair', count, 2 * count, xssabProgram(model, count, rules, { style }))
  await add('pairExact', 1, 2, xssabProgram(model, 1, rules, { style, exact: true }))
  return variants
}

function feedsFor({ input }: FaceModel, images: number, isPair: boolean): Record<string, Tensor> {
  const { width, height, layout } = input
  const dims = layout === 'NCHW' ? [images, 3, height, width] : [images, height, width, 3]
  return { images: seededNoise(dims, 1), ...(isPair && { threshold: { dims: [1], data: Float32Array.of(0.24) } }) }
}

async function timeOnce({ session, feeds }: Variant): Promise<number> {
  const start = performance.now()
  await session.run(feeds)
  return performance.now() - start
}

function report(variants: readonly Variant[], threads: number, rounds: number): LatencyReport {
  const table = (kind: Variant['kind']): Record<string, number> =>
    Object.fromEntries(variants.filter((variant) => variant.kind === kind).map(({ count, times }) => [count, median(times) / count]))
  const times = { forward: table('forward'), forwardCompiled: table('forwardCompiled'), pair: table('pair'), pairExact: table('pairExact') }
  const bestForwardBatch = best(times.forward)
  const bestPairBatch = best(times.pair)
  const forwardAlone = times.forward[1] ?? NaN
  return {
    threads,
    rounds,
    pairAlone: (times.pair[1] ?? NaN) / forwardAlone,
    pairBatched: (times.pair[bestPairBatch] ?? NaN) / (times.forward[bestForwardBatch] ?? NaN),
    pairAloneExact: (times.pairExact[1] ?? NaN) / forwardAlone,
    times,
    bestForwardBatch,
    bestPairBatch
  }
}

/** The batch size with the least time a piece. */
const best = (table: Record<string, number>): number => Number(Object.entries(table).toSorted(([, a], [, b]) => a - b)[0]?.[0])
