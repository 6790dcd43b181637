import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Point } from '../../../../shared/domain/face'
import { cropToScreen, screenToCrop, type Viewport } from '../compare/viewer/viewport'
import type { PaneLayerProps } from '../compare/viewer/layers'
import classes from './annotations.module.css'
import { useAnnotations } from './context'
import { seen } from './drawing'
import { alignedPoints } from './geometry'
import { MovableShape } from './MovableShape'
import { Shape } from './Shape'

/** How near two places are one for the pointer, CSS pixels. */
const REACH = 10

/** The annotations over one pane, in the same places of the face on both; and what is being drawn. */
export function AnnotationLayer({ side, viewport, toCrop }: PaneLayerProps) {
  const { rows, drawing, selected } = useAnnotations()
  const drawn = drawing && seen(drawing)
  // The chosen one comes last: its handles lie above the others.
  const ordered = rows.toSorted((a, b) => Number(a.id === selected) - Number(b.id === selected))
  return (
    <svg className={classes.layer} role="group" aria-label={`Annotations on photo ${side.toUpperCase()}`}>
      {ordered.map(row => (
        <MovableShape key={row.id} annotation={row} side={side} points={alignedPoints(row, side, toCrop)} viewport={viewport} />
      ))}
      {drawing && <DrawingSurface viewport={viewport} />}
      {drawing && drawn && drawn.length > 0 && (
        <g className={classes.still}>
          <Shape kind={drawing.kind} points={drawn.map(point => cropToScreen(viewport, point))} number={null} text="" open chosen />
        </g>
      )}
    </svg>
  )
}

/** Takes the pointer while a tool is taken up. The wheel still zooms: it is the pane's. */
function DrawingSurface({ viewport }: { viewport: Viewport }) {
  const { act, takeTool } = useAnnotations()
  const ref = useRef<SVGRectElement>(null)
  const place = (event: PointerEvent): Point => {
    const { left, top } = ref.current!.getBoundingClientRect()
    return screenToCrop(viewport, { x: event.clientX - left, y: event.clientY - top })
  }
  const reach = REACH / viewport.view.scale
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Record<string, () => void> = { Enter: () => act({ act: 'close' }), Backspace: () => act({ act: 'back' }), Escape: () => takeTool(null) }
    const run = acts[event.key]
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return (
    <rect
      ref={ref}
      className={classes.surface}
      width={viewport.size.width}
      height={viewport.size.height}
      tabIndex={-1}
      data-takes-press
      data-drawing
      onPointerDown={event => {
        if (event.button !== 0) return
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
        act({ act: 'press', at: place(event), reach })
      }}
      onPointerMove={event => act({ act: 'move', at: place(event) })}
      onPointerUp={event => event.button === 0 && act({ act: 'release', at: place(event), reach })}
      onDoubleClick={() => act({ act: 'close' })}
      onKeyDown={onKeyDown}
    />
  )
}
