import { stat } from 'node:fs/promises'
import type { CropSize } from '../../../shared/geometry/alignment'
import { Tools } from '../../explain/tools'
import { XssabExplainer } from '../../explain/xssab'
import { readModelManifest } from '../../runtime/models'
import { loadRecognizer, type LoadedRecognizer, type ModelRequest } from '../explain/recognizer'
import type { ModelChoice } from './types'

export interface OpenModel {
  recognizer: LoadedRecognizer
  explainer: XssabExplainer
  /** For explainers beside xSSAB: opens nothing before one is asked for. */
  tools: Tools
}

/** The recognition model last used, compiled and loaded: opened again only when another one, another device or a changed file is wanted. */
export class ModelSlot {
  #open: { key: string; model: OpenModel } | undefined

  /** @throws VidimusError (input, usage) for a model that can't be read, differentiated or loaded on the device */
  async get(choice: ModelChoice): Promise<OpenModel> {
    const key = await keyOf(choice)
    if (this.#open?.key === key) return this.#open.model
    await this.release()
    const recognizer = await loadRecognizer(requestOf(choice))
    const explainer = await XssabExplainer.open(recognizer, { device: choice.device, cacheFolder: choice.cacheFolder })
    const tools = new Tools(recognizer, { device: choice.device, cacheFolder: choice.cacheFolder })
    const model = { recognizer, explainer, tools }
    this.#open = { key, model }
    return model
  }

  /** Size of the crops that the model takes; a default model is not opened for that. */
  async cropSize(choice: ModelChoice): Promise<CropSize> {
    const { models } = await readModelManifest()
    const known = models.find(({ id, role }) => role === 'recognition' && (choice.model === null || id === choice.model))
    const { width, height } = known?.input ?? (await this.get(choice)).explainer.shape
    return { width, height }
  }

  async release(): Promise<void> {
    const last = this.#open
    this.#open = undefined
    await last?.model.explainer.release()
    await last?.model.tools.release()
  }
}

function requestOf({ model, fed }: ModelChoice): Omit<ModelRequest, 'threshold'> {
  const output = fed?.embedding.output ?? null
  return { ...(model !== null && { model }), ...(fed && { preprocessing: fed.preprocessing }), ...(output !== null && { embedding: output }) }
}

/** A file that was written again is another model. What is no file is the id of a default one, whose bytes are pinned. */
async function keyOf({ model, device, cacheFolder, fed }: ModelChoice): Promise<string> {
  const file = model === null ? null : await stat(model).catch(() => null)
  return JSON.stringify([model, device, cacheFolder, fed, file?.size, file?.mtimeMs])
}
