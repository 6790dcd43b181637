import type { Comparison } from '../../../shared/domain/comparison'
import { XssabExplainer, type Precision, type Recognizer } from '../../explain/xssab'
import type { DeviceRequest } from '../../runtime/devices'
import { readModelManifest } from '../../runtime/models'
import { loadRecognizer } from '../explain/recognizer'

export interface ReplayOptions {
  /** An ONNX file to be taken for models that do not ship with the program. */
  model?: string
  device: DeviceRequest
  /** Another than the run's. */
  precision?: Precision
  /** Where compiled graphs are kept. */
  cacheFolder: string
}

/** The models of runs, opened once each; those of another precision or feeding count as others. */
export class ReplayModels {
  readonly #open = new Map<string, Promise<XssabExplainer>>()

  constructor(private readonly options: ReplayOptions) {}

  /** The run's model, or in words why it can't be had. @throws VidimusError (input) for a model that can't be compiled or loaded */
  async open(record: Comparison): Promise<XssabExplainer | string> {
    const recognizer = await this.#recognizerOf(record)
    if (typeof recognizer === 'string') return recognizer
    const precision = this.options.precision ?? record.method.precision ?? 'exact'
    const key = JSON.stringify([recognizer.sha256, precision, recognizer.preprocessing, recognizer.embedding])
    const { device, cacheFolder } = this.options
    const opening = this.#open.get(key) ?? XssabExplainer.open(recognizer, { device, precision, cacheFolder })
    this.#open.set(key, opening)
    return opening
  }

  async release(): Promise<void> {
    for (const opening of this.#open.values()) await (await opening).release()
  }

  /** Fed as the record says. */
  async #recognizerOf({ model, method }: Comparison): Promise<Recognizer | string> {
    const { models } = await readModelManifest()
    const shipped = models.some(({ id }) => id === model.id)
    const choice = shipped ? model.id : this.options.model
    if (choice === undefined) return `it was run with the model "${model.name}" (SHA-256 ${model.sha256}), which does not ship with Vidimus: give its file with --model FILE`
    const { sha256, bytes } = await loadRecognizer({ model: choice })
    const other = sha256 !== model.sha256 && this.options.model !== undefined && choice !== this.options.model ? await loadRecognizer({ model: this.options.model }) : null
    const found = other ?? { sha256, bytes }
    if (found.sha256 !== model.sha256) return `the model "${model.name}" has other bytes now: the run was made with SHA-256 ${model.sha256}, and ${choice} has ${sha256}`
    const { output } = method.embedding
    return { bytes: found.bytes, sha256: found.sha256, preprocessing: method.preprocessing, ...(output === null ? {} : { embedding: output }) }
  }
}
