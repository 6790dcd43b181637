import { usageError } from '../../../shared/errors'
import { LAYER_BLUR } from '../../compiler/programs/layers'
import { EXPLAINERS, ExplainerId } from '../../../shared/domain/explainers'
import type { ExplainRequest, SignedMaps } from '../explainer'
import { decide, type PairExplanation } from '../explanation'
import type { LayerExplanation, LayerMaps } from '../layers'
import { BLUR } from '../render/shownMaps'
import type { Tools } from '../tools'
import { CENTRE_SIGMA, centreMaps } from './centre'
import { CORR_RISE, corrRiseMaps } from './corrRise'
import { pixelCopyMaps } from './pixelCopy'
import { rndMaps, SMOOTH_RND_BLUR, smoothRndMaps } from './random'
import { occludePair, XFACE_PATCHES, XFACE_STRIDE, xfaceMaps, type XfaceVariant } from './xface'

/** One way to explain a pair: crops, threshold and seed in, a signed map an image out. */
export interface Method {
  /** As tables print it. */
  title: string
  /** Whether the recognition model takes part: such maps are worth keeping. */
  usesModel: boolean
  /** Everything beside pair, model, threshold and seed that the maps depend on. */
  parameters: (tools: Pick<Tools, 'precision'>) => Readonly<Record<string, unknown>>
  /** @throws VidimusError `cancelled`; `crop.size`, `model.not-finite` (input) */
  explain: (request: ExplainRequest, tools: Tools) => Promise<SignedMaps>
}

const withoutModel = (id: ExplainerId, parameters: Readonly<Record<string, unknown>>, maps: (request: ExplainRequest) => SignedMaps): Method => ({
  title: EXPLAINERS[id].title, usesModel: false, parameters: () => parameters, explain: async (request) => maps(request)
})

const xssab = (title: string, map: 'combined' | 'blurred'): Method => ({
  title, usesModel: true, parameters: ({ precision }) => ({ map, precision }), explain: async ({ pair, threshold }, tools) => pick(await tools.xssab(pair, threshold), map)
})

const pick = ({ maps: { a, b } }: PairExplanation, map: 'combined' | 'blurred'): SignedMaps => ({ width: a.width, height: a.height, a: a[map], b: b[map] })

const layers = (id: ExplainerId, choose: (explanation: LayerExplanation) => keyof Omit<LayerMaps, 'rest'>): Method => ({
  title: EXPLAINERS[id].title, usesModel: true, parameters: ({ precision }) => ({ version: LAYERS_VERSION, blur: LAYER_BLUR, precision }),
  explain: async ({ pair, threshold }, tools) => {
    const explanation = await tools.layers(pair, threshold)
    const map = choose(explanation)
    return { width: explanation.width, height: explanation.height, a: explanation.a[map], b: explanation.b[map] }
  }
})

/** Raise it when the layers or the arithmetic of xSSAB-L change, so that no older map is taken from a cache. */
const LAYERS_VERSION = 3

/** The three share one set of occluded embeddings a pair: asked for together, they cost as much as one. */
const xface = (variant: XfaceVariant): Method => ({
  title: EXPLAINERS[`xface${variant}`].title, usesModel: true, parameters: () => ({ variant, patches: XFACE_PATCHES, stride: XFACE_STRIDE, blur: BLUR }),
  explain: async ({ pair, ...hooks }, tools) => {
    const embedder = await tools.embedder()
    return xfaceMaps(pair, await tools.once(pair, 'xface', () => occludePair(pair, embedder, hooks)), variant)
  }
})

/** Every explainer by the name that `--methods` knows. */
export const METHODS = {
  rnd: withoutModel('rnd', {}, ({ pair, seed }) => rndMaps(pair, seed)),
  'smooth-rnd': withoutModel('smooth-rnd', { blur: SMOOTH_RND_BLUR }, ({ pair, seed }) => smoothRndMaps(pair, seed)),
  centre: withoutModel('centre', { sigma: CENTRE_SIGMA }, ({ pair }) => centreMaps(pair)),
  'pixel-copy': withoutModel('pixel-copy', { blur: BLUR }, ({ pair }) => pixelCopyMaps(pair)),
  xssab: xssab(EXPLAINERS.xssab.title, 'combined'),
  'xssab-blurred': xssab('xSSAB, blurred', 'blurred'),
  // What keeps a match up is what both faces have; what keeps it off is what the one has and the other has not.
  'xssab-l': layers('xssab-l', ({ cosine, threshold }) => (decide(cosine, threshold) === 'match' ? 'common' : 'contrast')),
  'xssab-l-margin': layers('xssab-l-margin', () => 'contributions'),
  xface1: xface(1),
  xface2: xface(2),
  xface3: xface(3),
  'corr-rise': {
    title: EXPLAINERS['corr-rise'].title, usesModel: true, parameters: () => CORR_RISE,
    explain: async ({ pair, seed, only, ...hooks }, tools) => corrRiseMaps(pair, seed, await tools.embedder(), hooks, only)
  }
} as const satisfies Readonly<Record<string, Method>>

export type MethodName = keyof typeof METHODS

/** @throws VidimusError `method.unknown` (usage) with the names there are */
export function methodName(text: string): MethodName {
  if (Object.hasOwn(METHODS, text)) return text as MethodName
  throw usageError('method.unknown', `There is no method "${text}". Methods: ${Object.keys(METHODS).join(', ')}.`)
}

/** As the command line names it; both names of xSSAB mean the same there, since its maps come together. @throws VidimusError `method.unknown` (usage) */
export function explainerId(text: string): ExplainerId {
  const known = ExplainerId.safeParse(text === 'xssab-blurred' ? 'xssab' : text)
  if (known.success) return known.data
  throw usageError('method.unknown', `There is no explainer "${text}". Explainers: ${ExplainerId.options.join(', ')}.`)
}

/** The maps of a pair by one method. */
export const explainBy = (name: MethodName, request: ExplainRequest, tools: Tools): Promise<SignedMaps> => METHODS[name].explain(request, tools)
