import { scoreBase, scoreReplaced } from '../../bench/dpr/pairWork'
import { methodName } from '../../explain/methods'
import { Tools } from '../../explain/tools'
import { chooseRecognizer } from '../explain/recognizer'
import type { PairTask, PairTaskResult } from './pairTask'

let opened: Promise<Tools> | undefined

/** The default recogniser stays open between calls. One thread each: as many processes as cores are faster than threads. */
export async function benchPair({ task, graphFolder, ...place }: PairTask): Promise<PairTaskResult> {
  opened ??= openTools(graphFolder)
  const tools = await opened
  if (task.kind === 'base') return { base: await scoreBase(place, tools) }
  return { replaced: await scoreReplaced(place, task.methods.map(methodName), task.threshold, task.seed, tools) }
}

/** Float32 throughout, as the papers' programs are. */
async function openTools(cacheFolder: string): Promise<Tools> {
  return new Tools(await chooseRecognizer({}), { device: 'cpu', threads: 1, precision: 'fast', cacheFolder })
}
