import type { EnhancementStep, EnhancementSteps } from '../../../../shared/domain/enhancement'

export type StepKind = EnhancementStep['kind']

/** A number of a step that a slider sets. */
export interface Parameter {
  name: string
  label: string
  least: number
  most: number
  step: number
  read: (step: EnhancementStep) => number
  write: (step: EnhancementStep, value: number) => EnhancementStep
  words: (value: number) => string
}

interface KindWords {
  label: string
  what: string
  /** As it is added: mild, and different from doing nothing. */
  initial: EnhancementStep
  parameters: readonly Parameter[]
}

type Of<K extends StepKind> = Extract<EnhancementStep, { kind: K }>

/** One parameter of one kind; the casts hold because a parameter is only ever used with steps of its kind. */
const parameter = <K extends StepKind, N extends Exclude<keyof Of<K>, 'kind'> & string>(_kind: K, name: N, rest: Pick<Parameter, 'label' | 'least' | 'most' | 'step' | 'words'>): Parameter => ({
  name,
  ...rest,
  read: step => (step as Of<K>)[name] as number,
  write: (step, value) => ({ ...step, [name]: value })
})

const plain = (value: number): string => String(value)
const two = (value: number): string => value.toFixed(2)

/** Every kind of step in the order of the menu, with what it does to a copy of the photo. */
export const STEPS: Readonly<Record<StepKind, KindWords>> = {
  brightness: { label: 'Brightness', what: 'Adds the same to every pixel.', initial: { kind: 'brightness', amount: 20 }, parameters: [parameter('brightness', 'amount', { label: 'Levels', least: -128, most: 128, step: 1, words: value => (value > 0 ? `+${value}` : plain(value)) })] },
  contrast: { label: 'Contrast', what: 'Spreads values around mid-grey.', initial: { kind: 'contrast', factor: 1.3 }, parameters: [parameter('contrast', 'factor', { label: 'Factor', least: 0.2, most: 5, step: 0.05, words: two })] },
  gamma: { label: 'Gamma', what: 'Above 1 lightens shadows, below 1 darkens them.', initial: { kind: 'gamma', gamma: 1.4 }, parameters: [parameter('gamma', 'gamma', { label: 'Gamma', least: 0.2, most: 5, step: 0.05, words: two })] },
  clahe: {
    label: 'Local contrast (CLAHE)', what: 'Equalises the histogram tile by tile, with a limit.', initial: { kind: 'clahe', tile: 64, slope: 3 },
    parameters: [
      parameter('clahe', 'tile', { label: 'Tile', least: 8, most: 256, step: 8, words: value => `${value} px` }),
      parameter('clahe', 'slope', { label: 'Limit', least: 1, most: 20, step: 1, words: plain })
    ]
  },
  sharpen: { label: 'Sharpen', what: 'Unsharp mask.', initial: { kind: 'sharpen', sigma: 1 }, parameters: [parameter('sharpen', 'sigma', { label: 'Sigma', least: 0.3, most: 10, step: 0.1, words: value => `${value.toFixed(1)} px` })] },
  median: { label: 'Median', what: 'Takes out single odd pixels.', initial: { kind: 'median', side: 3 }, parameters: [parameter('median', 'side', { label: 'Side', least: 3, most: 7, step: 2, words: value => `${value} × ${value} px` })] },
  grey: { label: 'Grey', what: 'Takes the colour out.', initial: { kind: 'grey' }, parameters: [] }
}

export const KINDS = Object.keys(STEPS) as StepKind[]

export const MOST_STEPS = 20

export const withStep = (steps: EnhancementSteps, index: number, step: EnhancementStep): EnhancementSteps => steps.map((other, i) => (i === index ? step : other))

export const withoutStep = (steps: EnhancementSteps, index: number): EnhancementSteps => steps.filter((_, i) => i !== index)

/** The step at `from` put at the place `to`; the same list where there is no such place. */
export function reordered(steps: EnhancementSteps, from: number, to: number): EnhancementSteps {
  const step = steps[from]
  if (!step || to < 0 || to >= steps.length || from === to) return steps
  return withoutStep(steps, from).toSpliced(to, 0, step)
}
