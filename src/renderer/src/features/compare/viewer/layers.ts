import type { ComponentType } from 'react'
import type { Affine } from '../../../../../shared/geometry/similarity'
import type { Viewport } from './viewport'

/** A: the probe, left. B: the reference, right. */
export type Side = 'a' | 'b'
export const SIDES: readonly Side[] = ['a', 'b']

/**
 * What is drawn over a pane, e.g. annotations: filled over the pane's whole area, CSS pixels from its upper left corner.
 * A layer lets the pointer through to the pane (pan, zoom, cross-hair) unless it sets `pointer-events`; what takes a
 * press is marked `data-takes-press`, or the pane would pan. Where both faces share one pane, it is shown for A alone.
 */
export interface PaneLayerProps {
  side: Side
  /** Crop pixels to the screen (`cropToScreen`, `screenToCrop`). Changes with every pan and zoom. */
  viewport: Viewport
  /** Pixels of this side's upright photo -> crop pixels. */
  toCrop: Affine
}
export type PaneLayer = ComponentType<PaneLayerProps>
