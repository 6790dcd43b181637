import { scoreBase, scoreReplaced } from '../../bench/dpr/pairWork'
import { methodName } from '../../explain/methods'
import { Tools } from '../../explain/tools'
import type { ModelChoice } from '../explain/modelChoice'
import { loadRecognizer } from '../explain/recognizer'
import type { PairTask, PairTaskResult } from './pairTask'

let opened: { key: string; tools: Promise<Tools> } | undefined

/** The model stays open between calls about the same one. One thread each: as many processes as cores are faster than threads. */
export async function benchPair({ task, graphFolder, model, ...place }: PairTask): Promise<PairTaskResult> {
  const tools = await toolsFor(model, graphFolder)
  if (task.kind === 'base') return { base: await scoreBase(place, tools) }
  return { replaced: await scoreReplaced(place, task.methods.map(methodName), task.threshold, task.seed, tools) }
}

async function toolsFor(model: ModelChoice, cacheFolder: string): Promise<Tools> {
  const key = JSON.stringify([model, cacheFolder])
  if (opened?.key !== key) {
    await opened?.tools.then((tools) => tools.release())
    opened = { key, tools: openTools(model, cacheFolder) }
  }
  return opened.tools
}

/** Float32 throughout, as the papers' programs are. */
async function openTools(model: ModelChoice, cacheFolder: string): Promise<Tools> {
  return new Tools(await loadRecognizer(model), { device: 'cpu', threads: 1, precision: 'fast', cacheFolder })
}
