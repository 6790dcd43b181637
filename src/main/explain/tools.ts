import type { CropPair } from './explainer'
import { Embedder } from './embedder'
import type { PairExplanation } from './explanation'
import { LayerExplainer, type LayerExplanation } from './layers'
import { XssabExplainer, type OpenOptions, type Recognizer } from './xssab'

export interface ToolsOptions extends Omit<OpenOptions, 'pairs'> {
  /** Images a forward run, for methods that need many. On a CPU single images are fastest, since batches leave its cache. */
  batch?: number
}

/** The model as explainers use it: opened when the first of them asks, closed once for all. */
export class Tools {
  private embedderOpened: Promise<Embedder> | undefined
  private xssabOpened: Promise<XssabExplainer> | undefined
  private layersOpened: Promise<LayerExplainer> | undefined
  private readonly shared = new WeakMap<CropPair, Map<string, Promise<unknown>>>()

  constructor(
    readonly recognizer: Recognizer,
    private readonly options: ToolsOptions = {}
  ) {}

  get precision(): 'exact' | 'fast' {
    return this.options.precision ?? 'exact'
  }

  /** @throws VidimusError (input) for a model that can't be read or loaded */
  embedder(): Promise<Embedder> {
    return (this.embedderOpened ??= Embedder.open(this.recognizer, this.options))
  }

  /** xSSAB of a pair; raw and blurred maps come from the same run. */
  async xssab(pair: CropPair, threshold: number): Promise<PairExplanation> {
    this.xssabOpened ??= XssabExplainer.open(this.recognizer, this.options)
    const explainer = await this.xssabOpened
    return this.once(pair, `xssab ${threshold}`, async () => (await explainer.explain([pair], threshold))[0]!)
  }

  /** @throws VidimusError (input) for a model that can't be read, differentiated or loaded */
  openLayers(): Promise<LayerExplainer> {
    return (this.layersOpened ??= LayerExplainer.open(this.recognizer, this.options))
  }

  /** xSSAB-L of a pair; both its maps come from the same run. */
  async layers(pair: CropPair, threshold: number): Promise<LayerExplanation> {
    const explainer = await this.openLayers()
    return this.once(pair, `layers ${threshold}`, () => explainer.explain(pair, threshold))
  }

  /** Computed once a pair, whichever methods need it; a failure is forgotten, so that the next one tries again. */
  once<T>(pair: CropPair, key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.shared.get(pair) ?? new Map<string, Promise<unknown>>()
    this.shared.set(pair, known)
    const found = known.get(key) as Promise<T> | undefined
    if (found !== undefined) return found
    const started = compute()
    known.set(key, started)
    started.catch(() => known.delete(key))
    return started
  }

  async release(): Promise<void> {
    await (await this.embedderOpened)?.release()
    await (await this.xssabOpened)?.release()
    await (await this.layersOpened)?.release()
  }
}
