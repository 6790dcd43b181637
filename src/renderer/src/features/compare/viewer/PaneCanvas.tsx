import { useEffect, useRef } from 'react'
import type { CropSize } from '../../../../../shared/geometry/alignment'
import { drawPane, type DrawnFace } from './draw'
import type { Placed } from './scene'
import { viewportOf, type PaneRef, type Viewer } from './viewerStore'
import type { Size } from './viewport'
import classes from './viewer.module.css'

/** One face to be drawn, wherever it is looked at from. */
export interface SceneFace extends PaneRef {
  pictures: readonly Placed[]
  painted: OffscreenCanvas | null
  /** The map belongs to another threshold than the one wanted. */
  stale: boolean
  crop: CropSize
}

interface PaneCanvasProps {
  viewer: Viewer
  face: SceneFace
  over: SceneFace | null
  /** What is to be seen, with the numbers, for who can't see it. */
  description: string
}

/** The picture of a pane. It draws in the browser's next frame after something changed, and never otherwise. */
export function PaneCanvas({ viewer, face, over, description }: PaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let frame = 0
    const draw = (): void => {
      const state = viewer.get()
      const { size, look } = state
      const from = (scene: SceneFace): DrawnFace => ({ ...scene, viewport: viewportOf(state, scene) })
      drawPane(element, { face: from(face), over: over && from(over), look }, element.width / Math.max(1, size.width))
    }
    const schedule = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || !fitCanvas(element, entry)) return
      viewer.setSize(sizeOf(entry))
      // A canvas that changed its size is empty: drawn at once, it never flashes.
      draw()
    })
    observer.observe(element, { box: EXACT ? 'device-pixel-content-box' : 'content-box' })
    const stop = viewer.watch(schedule)
    schedule()
    return () => {
      stop()
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [viewer, face, over])
  return <canvas ref={canvas} className={classes.canvas} role="img" aria-label={description} />
}

/** Whether the browser tells a box's size in pixels of the screen; then it also tells when the display's scale changes. */
const EXACT = 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype

const sizeOf = ({ contentRect: { width, height } }: ResizeObserverEntry): Size => ({ width, height })

/** One canvas pixel is one pixel of the screen, whatever the display's scale. Gives whether anything changed. */
function fitCanvas(canvas: HTMLCanvasElement, entry: ResizeObserverEntry): boolean {
  const { width, height } = sizeOf(entry)
  const exact = EXACT ? entry.devicePixelContentBoxSize[0] : undefined
  const columns = Math.max(1, exact?.inlineSize ?? Math.round(width * devicePixelRatio))
  const rows = Math.max(1, exact?.blockSize ?? Math.round(height * devicePixelRatio))
  if (canvas.width === columns && canvas.height === rows) return false
  canvas.width = columns
  canvas.height = rows
  return true
}
