import { scoreBase, scoreReplaced, type BaseScores, type PairPlace, type ReplacedScores } from '../../bench/dpr/pairWork'
import type { MethodName } from '../../explain/methods'
import { Tools } from '../../explain/tools'
import { chooseRecognizer } from '../explain/recognizer'

/** One pair's share of `vidimus bench dpr`, done in an engine process: several of them use several cores. */
export interface PairTask extends PairPlace {
  graphFolder: string
  task: { kind: 'base' } | { kind: 'replaced'; methods: readonly MethodName[]; threshold: number; seed: number }
}

export type PairTaskResult = { base: BaseScores } | { replaced: Partial<Record<MethodName, ReplacedScores>> }

let opened: Promise<Tools> | undefined

/** The default recogniser stays open between calls. One thread each: as many processes as cores are faster than threads. */
export async function benchPair({ task, graphFolder, ...place }: PairTask): Promise<PairTaskResult> {
  opened ??= openTools(graphFolder)
  const tools = await opened
  if (task.kind === 'base') return { base: await scoreBase(place, tools) }
  return { replaced: await scoreReplaced(place, task.methods, task.threshold, task.seed, tools) }
}

/** Float32 throughout, as the papers' programs are. */
async function openTools(cacheFolder: string): Promise<Tools> {
  return new Tools(await chooseRecognizer({}), { device: 'cpu', threads: 1, precision: 'fast', cacheFolder })
}
