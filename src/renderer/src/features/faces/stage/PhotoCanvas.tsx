import { useLayoutEffect, useRef } from 'react'
import type { Affine } from '../../../../../shared/geometry/similarity'
import { toScreen, type Viewport } from '../../compare/viewer/viewport'
import { paintPhoto, type PhotoSource } from './source'

interface Props {
  viewport: Viewport
  source: PhotoSource
  className?: string | undefined
}

/** The photo as a viewport sees it, in the screen's own pixels. */
export function PhotoCanvas({ viewport, source, className }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const canvas = ref.current!
    const ratio = window.devicePixelRatio
    const [width, height] = [Math.round(viewport.size.width * ratio), Math.round(viewport.size.height * ratio)]
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    const context = canvas.getContext('2d')!
    context.clearRect(0, 0, width, height)
    paintPhoto(context, inPixels(toScreen(viewport), ratio), source)
  }, [viewport, source])
  return <canvas ref={ref} className={className} aria-hidden />
}

/** CSS pixels, counted from an edge, -> canvas pixels, counted from a pixel's centre. */
const inPixels = ([a, b, c, d, e, f]: Affine, ratio: number): Affine => [a * ratio, b * ratio, c * ratio - 0.5, d * ratio, e * ratio, f * ratio - 0.5]
