import { float, int, ints } from '../onnx/attrs'
import type { Builder, RuleBook, Style } from '../builder'
import { imageDims, layOut, type FaceModel, type Layout } from '../faceModel'
import { backward } from '../walk'
import { exactForward, hasKinks } from '../prepare/exact'
import { finish, type Program } from './program'

export interface XssabOptions {
  style?: Style
  /** Forward pass in float64 (prepare/exact.ts), so that no unit at a kink takes the wrong side. CPU only. */
  exact?: boolean
}

/**
 * xSSAB (Huber et al. 2024) as one graph for `pairs` pairs, both directions. P = pairs, N = embedding length, H x W = crop.
 *
 * Inputs: `images` [2P, 3, H, W] (or NHWC, as the model wants), the P first images, then their P partners, preprocessed;
 * `threshold` [1], the decision threshold th_d, cosine.
 * Outputs: `embeddings` [2P, N] of unit length; `cosine` [P]; `arguments` [P, N], a_n = e1_n e2_n;
 * `positive`, `negative`, `combined`, `blurred` [2P, H, W]: mean over channels of |ds+/dI| and |ds-/dI|, their
 * difference, and that blurred by 5x5, sigma 5, border reflect-101. Gradients are with respect to the preprocessed images.
 */
export function xssabProgram(model: FaceModel, pairs: number, rules: RuleBook, options: XssabOptions = {}): Program {
  const dims = imageDims(model, 2 * pairs)
  const { b, value } = layOut(model, dims, [model.embedding.name], rules, options.style)
  const images = value(model.input.name)
  const threshold = b.input('threshold', { dtype: 'float32', dims: [1] })
  const n = model.embedding.size
  const raw = b.reshape(value(model.embedding.name), [2 * pairs, n])
  const e = b.div(raw, b.op('ReduceL2', [raw], { axes: ints([1]), keepdims: int(1) }))
  const forward = [...b.nodes]

  // Each image's partner: the two halves of the batch exchanged. Held constant in the other's gradient.
  const partner = b.concat([b.slice(e, 0, pairs, 2 * pairs), b.slice(e, 0, 0, pairs)], 0)
  const all = b.mul(e, partner)
  const isPositive = b.indicator(b.op('GreaterOrEqual', [all, b.div(threshold, b.scalar(n))]))
  const seedPositive = b.mul(isPositive, partner)
  const seedNegative = b.sub(partner, seedPositive)
  const mapOf = (seed: string): string => channelMean(b, backward(b, forward, new Map([[e, seed]]), [images], rules).get(images) ?? '', model.input.layout)

  const args = b.slice(all, 0, 0, pairs)
  const positive = mapOf(seedPositive)
  const negative = mapOf(seedNegative)
  const combined = b.sub(positive, negative)
  if (options.exact === true && hasKinks(forward)) exactForward(b, forward)
  return finish(b, 'vidimus xSSAB', [images, 'threshold'], {
    embeddings: e,
    cosine: b.reduceSum(args, [1], false),
    arguments: args,
    positive,
    negative,
    combined,
    blurred: blur(b, combined)
  }, rules)
}

/** Mean over the colour channels of |g|, as [batch, H, W]. */
function channelMean(b: Builder, g: string, layout: Layout): string {
  return b.op('ReduceMean', [b.op('Abs', [g])], { axes: ints([layout === 'NCHW' ? 1 : 3]), keepdims: int(0) })
}

const BLUR_SIDE = 5
const BLUR_SIGMA = 5

/** Gaussian blur, border reflect-101 (OpenCV's default), as the paper's released code does it. */
function blur(b: Builder, maps: string): string {
  const [batch = 1, h = 1, w = 1] = b.dims(maps)
  const margin = (BLUR_SIDE - 1) / 2
  const padded = b.op('Pad', [b.reshape(maps, [batch, 1, h, w])], { mode: { kind: 'string', value: 'reflect' }, pads: ints([0, 0, margin, margin, 0, 0, margin, margin]), value: float(0) })
  const weights = gaussian()
  const kernel = b.vector(weights.flatMap((u) => weights.map((v) => u * v)), [1, 1, BLUR_SIDE, BLUR_SIDE])
  return b.reshape(b.op('Conv', [padded, kernel], {}), [batch, h, w])
}

function gaussian(): number[] {
  const raw = Array.from({ length: BLUR_SIDE }, (_, i) => Math.exp(-((i - (BLUR_SIDE - 1) / 2) ** 2) / (2 * BLUR_SIGMA ** 2)))
  const total = raw.reduce((a, b) => a + b, 0)
  return raw.map((value) => value / total)
}
