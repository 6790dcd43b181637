import { z } from 'zod'

/** The explainers, by the names that `--method` knows. xSSAB's raw and blurred maps come together. */
export const ExplainerId = z.enum(['xssab', 'xssab-l', 'xssab-l-margin', 'xface1', 'xface2', 'xface3', 'corr-rise', 'rnd', 'smooth-rnd', 'centre', 'pixel-copy'])
export type ExplainerId = z.infer<typeof ExplainerId>

/** Names in records and on pictures. */
export const OTHER_EXPLAINERS = ['xSSAB-L', 'xSSAB-L, parts of the margin', 'xFace1', 'xFace2', 'xFace3', 'CorrRISE', 'RND', 'Smooth RND', 'Centre prior', 'Pixel copy'] as const

interface ExplainerFacts {
  title: 'xSSAB' | (typeof OTHER_EXPLAINERS)[number]
  source: string
  /** What one value of a map is, with its sign; completes "Unit: ". */
  unit: string
  /** A control knows no face and no model: what does not beat it says nothing. */
  kind: 'explainer' | 'control'
  /** Forward and backward passes of one image that a pair takes. */
  passes: number
}

const VIDIMUS = 'Vidimus, docs/research/0001'
const KNOCHE = 'Knoche, Teepe, Hoermann, Rigoll: Explainable Model-Agnostic Similarity and Confidence in Face Verification, WACV Workshops 2023'
const hiding = (against: string): string => `cosine distance gained by hiding a place, against ${against}`

/** What has to be said of each wherever its maps are shown. */
export const EXPLAINERS: Readonly<Record<ExplainerId, ExplainerFacts>> = {
  xssab: {
    title: 'xSSAB', kind: 'explainer', passes: 6, unit: 'change of the argument sum per unit of the model\u2019s input',
    source: 'Huber, Luu, Terhoerst, Damer: Efficient Explainable Face Verification based on Similarity Score Argument Backpropagation, WACV 2024'
  },
  'xssab-l': {
    title: 'xSSAB-L', kind: 'explainer', passes: 4, source: VIDIMUS,
    unit: 'at a match, what both faces have there for the same source, as far as they agree there; at a non-match, what the score owes to this face having its own content there and not the other\u2019s'
  },
  'xssab-l-margin': { title: 'xSSAB-L, parts of the margin', kind: 'explainer', passes: 4, source: VIDIMUS, unit: 'part of score minus threshold; all parts and the rest that has no place add up to it' },
  xface1: { title: 'xFace1', kind: 'explainer', passes: 2262, source: KNOCHE, unit: hiding('the mean of the other image\u2019s hidden versions') },
  xface2: { title: 'xFace2', kind: 'explainer', passes: 2262, source: KNOCHE, unit: hiding('the other image whole') },
  xface3: { title: 'xFace3', kind: 'explainer', passes: 2262, source: KNOCHE, unit: hiding('the other image with the same place hidden') },
  'corr-rise': {
    title: 'CorrRISE', kind: 'explainer', passes: 1002, unit: 'rank correlation, -1 to 1, between a place being seen and the score',
    source: 'Lu, Xu, Ebrahimi: Towards Visual Saliency Explanations of Face Verification, WACV 2024'
  },
  rnd: { title: 'RND', kind: 'control', passes: 0, source: 'the reference of Huber et al. 2024', unit: 'places in a random order' },
  'smooth-rnd': { title: 'Smooth RND', kind: 'control', passes: 0, source: VIDIMUS, unit: 'blurred noise' },
  centre: { title: 'Centre prior', kind: 'control', passes: 0, source: VIDIMUS, unit: 'height of a bell over the middle of every face' },
  'pixel-copy': { title: 'Pixel copy', kind: 'control', passes: 0, source: VIDIMUS, unit: 'minus the difference of the two crops, 0 to 255, blurred' }
}
