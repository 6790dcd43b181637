import type { ExplainerId } from '../../../../../shared/domain/explainers'
import type { PaletteName } from '../../../../../shared/domain/explanation'
import type { Layer } from '../../../overlay/paint'

/** How the two faces share the screen. In all modes but `side` both lie over each other in one pane. */
export const MODES = ['side', 'overlay', 'wipe-vertical', 'wipe-horizontal', 'blink', 'difference', 'checker'] as const
export type Mode = (typeof MODES)[number]

/** Everything about the picture that the examiner can set, but for where it looks. */
export interface Look {
  mode: Mode
  layer: Layer
  /** Whose maps are looked at; kept runs hold xSSAB's. */
  explainer: ExplainerId
  /** Null: the palette of the settings. */
  palette: PaletteName | null
  /** Opacity of full colour, 0..1; null: as the settings say. */
  opacity: number | null
  /** How much of B lies over A in `overlay`, 0..1. */
  mix: number
  /** Where A ends and B begins in the wipes, 0..1 of the pane. */
  wipe: number
  /** Switches a second in `blink`, at most 3: faster flashing is a danger to some people (WCAG 2.3.1). */
  blinkRate: number
  blinking: boolean
  /** Whether `blink` is at B. */
  blinkB: boolean
  /** Side of a square in `checker`, crop pixels. */
  square: number
  grid: boolean
  /** The edge of what the model saw. */
  boundary: boolean
  annotations: boolean
  /** Pixels blended between each other when enlarged. */
  smooth: boolean
  /** Faces upright, as the model gets them; false: as photographed. */
  upright: boolean
  /** The enhanced copies in place of the photos, with their own maps. */
  enhanced: boolean
}

export const DEFAULT_LOOK: Look = {
  mode: 'side', layer: 'combined', explainer: 'xssab', palette: null, opacity: null, mix: 0.5, wipe: 0.5, blinkRate: 1, blinking: true, blinkB: false, square: 14,
  grid: false, boundary: false, annotations: true, smooth: true, upright: true, enhanced: false
}

export const isOnePane = (mode: Mode): boolean => mode !== 'side'
/** Whether maps are drawn: a difference of colours that were painted over means nothing. */
export const showsMaps = ({ mode, layer }: Pick<Look, 'mode' | 'layer'>): boolean => layer !== 'none' && mode !== 'difference'
