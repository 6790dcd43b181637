import { VidimusError } from '../../shared/errors'
import { random, randomBelow } from '../../shared/random'
import { readFaceModel } from '../compiler/faceModel'
import { embeddingProgram } from '../compiler/programs/embedding'
import { rules } from '../compiler/rules'
import type { CropPair } from '../explain/explainer'
import type { Crop } from '../explain/explanation'
import { explainBy, METHODS, type MethodName } from '../explain/methods'
import { toTensor } from '../explain/preprocess'
import { Tools } from '../explain/tools'
import type { Recognizer } from '../explain/xssab'
import { Session } from '../runtime/session'

/** Times of one method, maps only, one pair at a time (Huber et al. 2024, Table 3). Milliseconds. */
export interface MethodLatency {
  method: MethodName
  title: string
  pairs: number
  meanMs: number
  totalMs: number
  /** One image's forward pass as the compiler spells it, timed in the same minutes. */
  forwardMs: number
  /** meanMs over forwardMs. */
  inForwards: number
  /** Forward passes a pair as the method counts them; null where it does not run the model image by image. */
  forwards: number | null
  /** Forward passes a second against those of the bare session: what the method adds around them. */
  throughput: number | null
}

export interface MethodLatencyOptions {
  recognizer: Recognizer
  methods: readonly MethodName[]
  pairs: number
  threads: number
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Times every method on the same pairs in turn; loading and compiling are not counted. CPU only. */
export async function benchMethods({ recognizer, methods, pairs, threads, progress, signal }: MethodLatencyOptions): Promise<MethodLatency[]> {
  const tools = new Tools(recognizer, { device: 'cpu', threads, precision: 'fast' })
  const forward = await openForward(recognizer, threads)
  const crops = noisePairs(pairs, await tools.embedder().then(({ shape }) => shape))
  await warmUp(tools, crops[0]!, methods)
  const clocks = methods.map((method) => ({ method, totalMs: 0, forwards: 0 }))
  for (const [i, pair] of crops.entries()) {
    for (const clock of clocks) {
      if (signal?.aborted) throw new VidimusError('cancelled', 'cancelled', 'The benchmark was stopped.')
      await forward.time()
      // A pair of its own for each method: otherwise methods that share forward passes would share their time, too.
      clock.totalMs += await timeOf(() => explainBy(clock.method, { pair: { ...pair }, threshold: 0.24, seed: i, progress: (_, total) => (clock.forwards = total) }, tools))
    }
    progress?.(i + 1, pairs)
  }
  await Promise.all([tools.release(), forward.release()])
  return clocks.map((clock) => latencyOf(clock, pairs, forward.meanMs()))
}

function latencyOf({ method, totalMs, forwards }: { method: MethodName; totalMs: number; forwards: number }, pairs: number, forwardMs: number): MethodLatency {
  const meanMs = totalMs / pairs
  const counted = forwards === 0 ? null : forwards
  return { method, title: METHODS[method].title, pairs, meanMs, totalMs, forwardMs, inForwards: meanMs / forwardMs, forwards: counted, throughput: counted === null ? null : (counted * forwardMs) / meanMs }
}

/** Loads what the methods will need, so that no pair pays for it. */
async function warmUp(tools: Tools, pair: CropPair, methods: readonly MethodName[]): Promise<void> {
  await (await tools.embedder()).embed([pair.a])
  for (const method of methods) if (method.startsWith('xssab')) await explainBy(method, { pair: { ...pair }, threshold: 0.24, seed: 0 }, tools)
}

const FORWARDS_A_TIMING = 10

/** The bare session on one image, spelled as the embedder's. */
async function openForward(recognizer: Recognizer, threads: number): Promise<{ time: () => Promise<void>; meanMs: () => number; release: () => Promise<void> }> {
  const model = readFaceModel(recognizer.bytes, rules, recognizer.embedding)
  const session = await Session.open(embeddingProgram(model, 1, rules, process.arch === 'x64' ? 'blocked' : 'plain').bytes, { threads })
  const images = toTensor([noise(0, model.input)], model.input, recognizer.preprocessing)
  await session.run({ images })
  let [total, count] = [0, 0]
  const time = async (): Promise<void> => {
    for (let i = 0; i < FORWARDS_A_TIMING; i++) {
      total += await timeOf(() => session.run({ images }))
      count++
    }
  }
  return { time, meanMs: () => total / count, release: () => session.release() }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** What the pixels are does not matter to how long they take. */
const noisePairs = (count: number, size: { width: number; height: number }): CropPair[] => Array.from({ length: count }, (_, i) => ({ a: noise(2 * i, size), b: noise(2 * i + 1, size) }))

function noise(seed: number, { width, height }: { width: number; height: number }): Crop {
  const next = random(seed, 'noise')
  return { width, height, rgb: Uint8Array.from({ length: width * height * 3 }, () => randomBelow(next, 256)) }
}
