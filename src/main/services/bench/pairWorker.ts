import { inputError } from '../../../shared/errors'
import { scoreBase, scoreReplaced } from '../../bench/dpr/pairWork'
import { methodName } from '../../explain/methods'
import { Tools } from '../../explain/tools'
import { loadRecognizer } from '../explain/recognizer'
import type { PairTask, PairTaskResult } from './pairTask'

let opened: { key: string; tools: Promise<Tools> } | undefined

/** The model stays open between calls about the same one. One thread each: as many processes as cores are faster than threads. */
export async function benchPair({ task, graphFolder, model, modelSha256, ...place }: PairTask): Promise<PairTaskResult> {
  const tools = await toolsFor({ model, modelSha256, graphFolder })
  if (task.kind === 'base') return { base: await scoreBase(place, tools) }
  return { replaced: await scoreReplaced(place, task.methods.map(methodName), task.threshold, task.seed, tools) }
}

type ModelInUse = Pick<PairTask, 'model' | 'modelSha256' | 'graphFolder'>

async function toolsFor(use: ModelInUse): Promise<Tools> {
  const key = JSON.stringify(use)
  if (opened?.key !== key) {
    await opened?.tools.then((tools) => tools.release())
    opened = { key, tools: openTools(use) }
  }
  return opened.tools
}

/** Float32 throughout, as the papers' programs are. @throws VidimusError (input) `model.changed` */
async function openTools({ model, modelSha256, graphFolder }: ModelInUse): Promise<Tools> {
  const recognizer = await loadRecognizer(model)
  if (recognizer.sha256 !== modelSha256) throw inputError('model.changed', `"${recognizer.name}" is another file than when the run began (SHA-256 ${recognizer.sha256.slice(0, 16)}..., then ${modelSha256.slice(0, 16)}...). Put the model back, or start again with this one.`)
  return new Tools(recognizer, { device: 'cpu', threads: 1, precision: 'fast', cacheFolder: graphFolder })
}
