import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Point } from '../../../../shared/domain/face'
import { useHeld } from '../../data/hold'
import type { Side } from '../compare/viewer/layers'
import { cropToScreen, screenToCrop, type Viewport } from '../compare/viewer/viewport'
import { nudge } from '../faces/points'
import classes from './annotations.module.css'
import { useAnnotations } from './context'
import { distance, shifted, withPoint, without } from './geometry'
import { Grip, Shape } from './Shape'
import { describe } from './words'
import type { Shown } from './useAnnotationEdits'

interface Props {
  annotation: Shown
  side: Side
  /** Crop pixels. */
  points: readonly Point[]
  viewport: Viewport
}

/** A nudge by one is this long, crop pixels. */
const NUDGE = 0.5

/** One annotation: pressed to choose it, dragged to move it; the chosen one has a handle at every point. */
export function MovableShape({ annotation, side, points, viewport }: Props) {
  const { selected, select, change, remove, drawing } = useAnnotations()
  const readOnly = useHeld()
  const { id, kind, text, number } = annotation
  const chosen = selected === id
  const screen = points.map(point => cropToScreen(viewport, point))
  const move = useMove({ id, side, viewport })
  const all = (step: Point): Point[] => shifted(points, step)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = readOnly ? null : nudge(event)
    if (step) change({ id, side, points: all({ x: step.x * NUDGE, y: step.y * NUDGE }) }, `move of ${describe(annotation)}`)
    else if (event.key === 'Delete' && !readOnly) remove(annotation)
    else if (event.key === 'Escape') select(null)
    else if (event.key === 'Enter' || event.key === ' ') select(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <g className={drawing ? classes.still : classes.movable}>
      <g
        className={classes.body}
        data-takes-press
        role="button"
        tabIndex={0}
        aria-label={readOnly ? describe(annotation) : `${describe(annotation)}. Arrow keys move it, Delete removes it.`}
        aria-pressed={chosen}
        onFocus={() => select(id)}
        onKeyDown={onKeyDown}
        {...move(points, (from, to) => shifted(from, to), `move of ${describe(annotation)}`, () => select(id))}
      >
        <Grip kind={kind} points={screen} text={text} chosen={chosen} />
      </g>
      {/* Beside the button, not in it: what it says is its name, in an order that reads. */}
      <g className={classes.still} aria-hidden>
        <Shape kind={kind} points={screen} number={number} text={text} chosen={chosen} />
      </g>
      {chosen &&
        !readOnly &&
        kind !== 'text' &&
        screen.map((at, i) => (
          <circle
            key={i}
            className={classes.handle}
            cx={at.x}
            cy={at.y}
            r={7}
            role="button"
            tabIndex={0}
            aria-label={`Point ${i + 1} of ${describe(annotation)}. Arrow keys move it.`}
            data-takes-press
            data-handle={i}
            onKeyDown={event => {
              const step = nudge(event)
              const at = points[i]!
              if (step) change({ id, side, points: withPoint(points, i, { x: at.x + step.x * NUDGE, y: at.y + step.y * NUDGE }) }, `change of ${describe(annotation)}`)
              else if (event.key === 'Delete' && kind === 'polygon' && points.length > 3) change({ id, side, points: without(points, i) }, `change of ${describe(annotation)}`)
              else return
              event.preventDefault()
              event.stopPropagation()
            }}
            {...move(points, (from, by) => withPoint(from, i, { x: from[i]!.x + by.x, y: from[i]!.y + by.y }), `change of ${describe(annotation)}`, () => undefined)}
          />
        ))}
    </g>
  )
}

interface Drag {
  start: Point
  from: readonly Point[]
  to: readonly Point[]
}

/** Crop pixels from which a press is a drag. */
const MOVED = 1e-9

/** Pointer handlers that drag some or all points and store them when they are let go. */
function useMove({ id, side, viewport }: { id: string; side: Side; viewport: Viewport }) {
  const { preview, change } = useAnnotations()
  const readOnly = useHeld()
  const drag = useRef<Drag | null>(null)
  const place = (event: PointerEvent<SVGElement>): Point => {
    const { left, top } = event.currentTarget.ownerSVGElement!.getBoundingClientRect()
    return screenToCrop(viewport, { x: event.clientX - left, y: event.clientY - top })
  }
  return (points: readonly Point[], moved: (from: readonly Point[], by: Point) => Point[], label: string, onPress: () => void) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      if (event.button !== 0) return
      event.stopPropagation()
      onPress()
      if (readOnly) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { start: place(event), from: points, to: points }
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      if (!drag.current) return
      const { start, from } = drag.current
      const now = place(event)
      drag.current.to = moved(from, { x: now.x - start.x, y: now.y - start.y })
      preview({ id, side, points: drag.current.to })
    },
    onPointerUp: () => {
      const done = drag.current
      drag.current = null
      if (done?.to.some((point, i) => distance(point, done.from[i]!) > MOVED)) change({ id, side, points: done.to }, label)
    },
    onPointerCancel: () => void (drag.current = null)
  })
}
