import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Comparison } from '../../../shared/domain/comparison'
import { EXPLAINERS } from '../../../shared/domain/explainers'
import type { Argument, ArgumentsRecord, ExplanationMethod, OtherMethod } from '../../../shared/domain/explanation'
import type { MarginByRegion } from '../../../shared/domain/regions'
import { describeThreshold, limitsOf, statementOf } from '../../../shared/domain/wording'
import { decide, summarizeArguments, type PairExplanation } from '../../explain/explanation'
import { BLUR } from '../../explain/render/shownMaps'
import type { XssabExplainer } from '../../explain/xssab'
import { programRoot } from '../../runtime/resources'
import type { ChosenRecognizer } from './recognizer'
import type { PreparedSide } from './side'

/** How many of the strongest arguments on either side are named. */
const STRONGEST = 10

interface Ingredients {
  recognizer: ChosenRecognizer
  explainer: XssabExplainer
  explanation: PairExplanation
  a: Pick<PreparedSide, 'record'>
  b: Pick<PreparedSide, 'record'>
  /** Where the maps are another explainer's; score and arguments stay those of `explanation`. */
  other?: { method: OtherMethod; margin: MarginByRegion | null }
}

/** The record of a comparison, but for the colour scale and the timings, which come with the pictures. */
export async function recordOf({ recognizer, explainer, explanation, a, b, other }: Ingredients): Promise<Omit<Comparison, 'colourScale' | 'timings'>> {
  const { cosine } = explanation
  const { threshold, origin, id, name, sha256, bytes, undocumented } = recognizer
  const decision = decide(cosine, threshold)
  return {
    schema: 'vidimus.comparison/1',
    created: new Date().toISOString(),
    cosine,
    threshold,
    thresholdOrigin: origin,
    distance: cosine - threshold,
    decision,
    wording: {
      statement: statementOf(decision, threshold),
      threshold: describeThreshold(threshold, origin),
      limits: [...limitsOf({ cosine: explanation.cosine, origin, a: a.record, b: b.record, undocumented }), ...limitsOfMaps(other?.method)]
    },
    arguments: argumentsOf(explanation),
    a: a.record,
    b: b.record,
    model: { id, name, sha256, size: bytes.length, subnormalsFlushed: explainer.shape.subnormals, cache: explainer.cache.outcome },
    method: other?.method ?? methodOf(recognizer, explainer),
    ...(other?.margin && { margin: other.margin }),
    device: { ...explainer.device },
    versions: await versions()
  }
}

/** Colours of two methods must not be read as one scale, nor a control as an explanation. */
function limitsOfMaps(method?: OtherMethod): string[] {
  if (method === undefined) return []
  const control = EXPLAINERS[method.id].kind === 'control' ? [`${method.name} is a control: its maps know nothing of the model\u2019s score. They show what an explanation has to beat.`] : []
  return [`The maps are by ${method.name}, not by xSSAB: their values and colours don\u2019t compare with maps of another method.`, ...control]
}

export function argumentsOf({ arguments: values, threshold }: PairExplanation): ArgumentsRecord {
  const bound = Math.fround(Math.fround(threshold) / values.length)
  const ranked = [...values].map((value, dimension): Argument => ({ dimension, value })).sort((x, y) => y.value - x.value)
  const positive = ranked.filter(({ value }) => value >= bound).slice(0, STRONGEST)
  const negative = ranked.filter(({ value }) => value < bound).reverse().slice(0, STRONGEST)
  return { ...summarizeArguments(values, threshold), bound, strongest: { positive, negative } }
}

function methodOf({ preprocessing, embedding }: ChosenRecognizer, { shape, precision }: XssabExplainer): ExplanationMethod {
  return {
    name: 'xSSAB',
    source: EXPLAINERS.xssab.source,
    precision,
    preprocessing,
    crop: { width: shape.width, height: shape.height },
    embedding: { output: embedding ?? null, length: shape.embeddingSize },
    channelMean: 'mean of absolute gradients over the colour channels',
    combined: 'positive - negative',
    blur: BLUR
  }
}

const Package = z.object({ version: z.string(), dependencies: z.object({ 'onnxruntime-node': z.string(), sharp: z.string() }) })

/** From package.json, where both native packages are pinned exactly: asking them would load them. */
async function versions(): Promise<Comparison['versions']> {
  const { version, dependencies } = Package.parse(JSON.parse(await readFile(join(programRoot(), 'package.json'), 'utf8')))
  return { vidimus: version, node: process.versions.node, onnxruntime: dependencies['onnxruntime-node'], sharp: dependencies.sharp }
}
