import { join } from 'node:path'
import { VidimusError } from '../../../shared/errors'
import { equalErrorRate, middleOfEqualErrors, ratesAt, type ScoredPair } from '../../calibration/errorRates'
import { METHODS, type MethodName } from '../../explain/methods'
import type { BenchModel } from '../benchModel'
import { mapConcurrently } from '../mapConcurrently'
import type { PatchedPair, PatchSet } from '../patch/manifest'
import type { PairScores } from './curves'
import { Journal } from './journal'
import { behind, judgeMethod, type Behind, type MethodResult } from './judge'
import { keyOf } from './mapCache'
import type { BaseScores, ReplacedScores } from './pairScores'
import { REPLACED } from './replace'

/** Does one pair at a time, wherever it runs: in this process, or in one of its own (services/bench). */
export interface PairWorker {
  base(pair: PatchedPair): Promise<BaseScores>
  replaced(pair: PatchedPair, methods: readonly MethodName[], threshold: number, seed: number): Promise<Partial<Record<MethodName, ReplacedScores>>>
}

export interface DprOptions {
  set: PatchSet
  /** SHA-256 of the set's manifest. */
  setSha256: string
  methods: readonly MethodName[]
  model: BenchModel
  precision: 'exact' | 'fast'
  /** A cosine, where it is not to be the one of the clean pairs' equal error rate. */
  threshold?: number
  /** For the methods that draw at random. */
  seed: number
  /** As many pairs are in work as there are workers. */
  workers: readonly PairWorker[]
  /** Where finished pairs are written down, so that a killed run is carried on. */
  journalFolder: string
  progress?: (stage: string, done: number, total: number) => void
  signal?: AbortSignal
}

/** With everything beside pair, model, threshold and seed that the maps depend on. */
export type DprMethod = MethodResult & { parameters: Readonly<Record<string, unknown>> }

/** Error rates of the set before and after patching, and what each method makes of it. */
export interface DprReport {
  variant: PatchSet['plan']['variant']
  /** SHA-256 of the set's manifest, which stands for every byte of it. */
  setSha256: string
  patchSeed: number
  seed: number
  model: BenchModel
  precision: 'exact' | 'fast'
  pairs: number
  /** Of which folds the pairs are. */
  folds: number[]
  genuine: number
  impostor: number
  /** Used throughout: the middle of the thresholds at which the clean pairs' errors are equal, unless one was given. */
  threshold: number
  thresholdGiven: boolean
  eer: number
  clean: { fmr: number; fnmr: number }
  patched: { fmr: number; fnmr: number }
  /** Per cent of the pixels replaced, at each point of a curve. */
  replaced: readonly number[]
  methods: DprMethod[]
  /** RND on the same pairs, what nDPR divides by. */
  reference: DprMethod
  /** Every method against the one with the smallest ndprBoth; empty where none has one. */
  behindBest: Behind[]
}

/** Raise it when scores mean something else, so that no journal of an older program is carried on. */
const JOURNAL_VERSION = 1

/**
 * Decision-based Patch Replacement (Huber et al. 2024, section 4.2): the threshold at the equal error rate of the clean
 * pairs; where the patched pair is a match, the r % of its pixels that argue most for it are set back to the original,
 * else the r % that argue most against it; false matches and false non-matches over all pairs at each r = 0, 5, .. 95.
 *
 * @throws VidimusError `cancelled`, and what a worker throws
 */
export async function runDpr(options: DprOptions): Promise<DprReport> {
  const { set, methods } = options
  const base = await allBase(options)
  const scored = (which: 'clean' | 'patched'): ScoredPair[] => set.pairs.map(({ index, genuine }) => ({ genuine, score: base.get(index)![which] }))
  const { eer } = equalErrorRate(scored('clean'))
  const threshold = options.threshold ?? middleOfEqualErrors(scored('clean'))
  const wanted = [...new Set<MethodName>(['rnd', ...methods])]
  const journals = await allReplaced(wanted, threshold, options)
  const scoresOf = (method: MethodName): PairScores[] => set.pairs.map(({ index, genuine }) => ({ genuine, scores: journals.get(method)!.get(index)!.scores }))
  const reference = scoresOf('rnd')
  const judge = (method: MethodName): DprMethod => ({ ...judgeMethod(method, scoresOf(method), reference, threshold), parameters: METHODS[method].parameters({ precision: options.precision }) })
  const judged = methods.map(judge)
  const best = judged.filter(({ ndprBoth }) => ndprBoth !== null).sort((x, y) => x.ndprBoth! - y.ndprBoth!)[0]?.method
  const rates = (pairs: readonly ScoredPair[]): { fmr: number; fnmr: number } => {
    const { fmr, fnmr } = ratesAt(pairs, threshold)
    return { fmr, fnmr }
  }
  const genuine = set.pairs.filter((pair) => pair.genuine).length
  return {
    variant: set.plan.variant, setSha256: options.setSha256, patchSeed: set.plan.seed, seed: options.seed, model: options.model, precision: options.precision,
    pairs: set.pairs.length, folds: [...new Set(set.pairs.map(({ fold }) => fold))].sort((x, y) => x - y), genuine, impostor: set.pairs.length - genuine, threshold, thresholdGiven: options.threshold !== undefined, eer,
    clean: rates(scored('clean')), patched: rates(scored('patched')), replaced: REPLACED, methods: judged, reference: judge('rnd'),
    behindBest: best === undefined ? [] : methods.filter((method) => method !== best).map((method) => behind(method, scoresOf(method), scoresOf(best), reference, threshold))
  }
}

async function allBase(options: DprOptions): Promise<Journal<BaseScores>> {
  const journal = await Journal.open<BaseScores>(journalFile('base', {}, options))
  const missing = options.set.pairs.filter(({ index }) => journal.get(index) === undefined)
  await shareOut('Scoring', missing, options, async (worker, pair) => journal.add(await worker.base(pair)))
  return journal
}

async function allReplaced(methods: readonly MethodName[], threshold: number, options: DprOptions): Promise<Map<MethodName, Journal<ReplacedScores>>> {
  const journals = new Map<MethodName, Journal<ReplacedScores>>()
  for (const method of methods) {
    const parameters = METHODS[method].parameters({ precision: options.precision })
    journals.set(method, await Journal.open<ReplacedScores>(journalFile(method, { parameters, threshold, seed: options.seed }, options)))
  }
  const lacking = ({ index }: PatchedPair): MethodName[] => methods.filter((method) => journals.get(method)!.get(index) === undefined)
  await shareOut('Replacing pixels', options.set.pairs.filter((pair) => lacking(pair).length > 0), options, async (worker, pair) => {
    const results = await worker.replaced(pair, lacking(pair), threshold, options.seed)
    for (const [method, scores] of Object.entries(results)) await journals.get(method as MethodName)!.add(scores)
  })
  return journals
}

function journalFile(kind: string, more: object, { journalFolder, setSha256, model, precision }: DprOptions): string {
  return join(journalFolder, 'dpr', `${kind}-${keyOf([JOURNAL_VERSION, setSha256, model.sha256, model.preprocessing, precision, { ...more, ...(model.embedding !== null && { embedding: model.embedding }) }]).slice(0, 32)}.jsonl`)
}

/** Every pair goes to the next worker that is free. */
async function shareOut(stage: string, pairs: readonly PatchedPair[], { workers, set, progress, signal }: DprOptions, work: (worker: PairWorker, pair: PatchedPair) => Promise<void>): Promise<void> {
  const free = [...workers]
  let done = set.pairs.length - pairs.length
  progress?.(stage, done, set.pairs.length)
  await mapConcurrently(pairs, workers.length, async (pair) => {
    if (signal?.aborted) throw new VidimusError('cancelled', 'cancelled', 'The benchmark was stopped. The same call carries on from here.')
    const worker = free.pop()!
    try {
      await work(worker, pair)
    } finally {
      free.push(worker)
    }
    progress?.(stage, ++done, set.pairs.length)
  })
}
