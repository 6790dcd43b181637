import { useElementSize } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import type { Box } from '../../../../../shared/domain/face'
import { clamped, cropBox, fitted, type Size, type View, type Viewport } from '../../compare/viewer/viewport'

export interface PhotoView {
  /** For the stage's element. */
  ref: (element: HTMLDivElement | null) => void
  /** Null until the stage has a size. The "crop" of its type is the upright photo here. */
  viewport: Viewport | null
  minScale: number
  set: (view: View) => void
  /** Shows the whole photo. */
  fitPhoto: () => void
  /** Shows what the stage is about: the chosen face. */
  fitTarget: () => void
}

const START: View = { centre: { x: 0, y: 0 }, scale: 1, rotation: 0, flip: false }

/**
 * What the stage looks at. Until somebody moves it the view fits its target, also while the window is resized; a new
 * `about` begins anew.
 */
export function usePhotoView(photo: Size, target: Box | null, about: string): PhotoView {
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const [own, setOwn] = useState<{ about: string; view: View } | null>(null)
  const size = useMemo(() => ({ width, height }), [width, height])
  const whole = useMemo(() => cropBox(photo), [photo])
  const fit = useCallback((box: Box): View => fitted({ view: START, size }, box), [size])
  const ready = width > 0 && height > 0
  const minScale = ready ? fit(whole).scale / 2 : 1
  const view = !ready ? null : own?.about === about ? own.view : fit(target ?? whole)
  const viewport = useMemo(() => view && { view, size }, [view, size])
  const set = (next: View): void => setOwn({ about, view: clamped(next, whole, minScale) })
  return { ref, viewport, minScale, set, fitPhoto: () => set(fit(whole)), fitTarget: () => setOwn(null) }
}

/** A box with room around it, `factor` times as large. */
export function grown({ x, y, width, height }: Box, factor: number): Box {
  return { x: x - (width * (factor - 1)) / 2, y: y - (height * (factor - 1)) / 2, width: width * factor, height: height * factor }
}
