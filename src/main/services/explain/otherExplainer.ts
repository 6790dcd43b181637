import type { OtherMethod } from '../../../shared/domain/explanation'
import { EXPLAINERS, type ExplainerId, OTHER_EXPLAINERS } from '../../../shared/domain/explainers'
import type { MarginByRegion } from '../../../shared/domain/regions'
import type { ExplainRequest, SignedMaps } from '../../explain/explainer'
import { marginByRegion } from '../../explain/marginByRegion'
import { explainBy, METHODS } from '../../explain/methods'
import type { Tools } from '../../explain/tools'
import type { XssabExplainer } from '../../explain/xssab'

/** An explainer beside xSSAB. */
export type OtherExplainer = Exclude<ExplainerId, 'xssab'>

export interface OtherExplanation {
  maps: SignedMaps
  /** Null where the method does not divide the margin. */
  margin: MarginByRegion | null
}

/** The maps of an explainer other than xSSAB. @throws VidimusError `cancelled`; `crop.size`, `model.not-finite` (input) */
export async function explainOtherwise(id: OtherExplainer, request: ExplainRequest, tools: Tools): Promise<OtherExplanation> {
  const maps = await explainBy(id, request, tools)
  return { maps, margin: id === 'xssab-l-margin' ? marginByRegion(await tools.layers(request.pair, request.threshold)) : null }
}

/** Compiles and loads what an explainer needs beside xSSAB's graph. */
export async function openFor(id: ExplainerId, tools: Tools): Promise<void> {
  if (id === 'xssab' || !METHODS[id].usesModel) return
  await (id === 'xssab-l' || id === 'xssab-l-margin' ? tools.openLayers() : tools.embedder())
}

/** What the record says of it. */
export function otherMethodOf(id: OtherExplainer, seed: number, { recognizer: { preprocessing, embedding }, precision }: Tools, { shape }: XssabExplainer): OtherMethod {
  const { title, source, unit } = EXPLAINERS[id]
  const { usesModel, parameters } = METHODS[id]
  const depends = JSON.parse(JSON.stringify(parameters({ precision }))) as OtherMethod['parameters']
  return {
    name: nameOf(title), id, source, unit, seed, preprocessing,
    crop: { width: shape.width, height: shape.height },
    embedding: { output: embedding ?? null, length: shape.embeddingSize },
    // Methods of many forward passes run them in float32, whatever the score's precision is.
    precision: usesModel ? ('precision' in depends ? precision : 'fast') : null,
    parameters: depends
  }
}

function nameOf(title: string): OtherMethod['name'] {
  const name = OTHER_EXPLAINERS.find((other) => other === title)
  if (name === undefined) throw new Error(`${title} is not the name of another explainer`)
  return name
}
