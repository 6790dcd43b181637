import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { UnstyledButton } from '@mantine/core'
import type { Point } from '../../../../../shared/domain/face'
import { coordinates, nudge, plus } from '../points'
import classes from './stage.module.css'

interface Props {
  label: string
  short: string
  /** The points lie so near each other on the screen that only short names fit. */
  dense: boolean
  /** Photo pixels. */
  at: Point
  /** CSS pixels in the stage. */
  screen: Point
  /** CSS pixels per photo pixel. */
  scale: number
  onMove: (to: Point) => void
  /** The move is over. */
  onMoved: (from: Point, to: Point) => void
  onFocus: () => void
  onBlur: () => void
}

/** One of the five points: dragged with the pointer (with Shift ten times finer) or moved with the arrow keys. */
export function Handle({ label, short, dense, at, screen, scale, onMove, onMoved, onFocus, onBlur }: Props) {
  const drag = useRef<{ x: number; y: number } | null>(null)
  // Kept here and not read from `at`: several moves may come before the window is drawn again.
  const move = useRef<{ from: Point; to: Point } | null>(null)

  const go = (step: Point): void => {
    const { from, to } = move.current ?? { from: at, to: at }
    move.current = { from, to: plus(to, step) }
    onMove(move.current.to)
  }
  const finish = (): void => {
    if (move.current) onMoved(move.current.from, move.current.to)
    move.current = null
    drag.current = null
  }
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY }
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!drag.current) return
    const fine = event.shiftKey ? 0.1 : 1
    go({ x: ((event.clientX - drag.current.x) * fine) / scale, y: ((event.clientY - drag.current.y) * fine) / scale })
    drag.current = { x: event.clientX, y: event.clientY }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = nudge(event)
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    go(step)
  }
  return (
    <UnstyledButton
      className={classes.handle}
      style={{ left: screen.x, top: screen.y }}
      aria-label={`${label}, at ${coordinates(at)}. Arrow keys move it by 1 pixel, with Shift by 0.1, with Ctrl by 5.`}
      data-point={short}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={finish}
      onPointerCancel={finish}
      onLostPointerCapture={finish}
      onKeyDown={onKeyDown}
      onKeyUp={event => nudge(event) && finish()}
      onFocus={onFocus}
      onBlur={() => {
        finish()
        onBlur()
      }}
      onClick={event => event.stopPropagation()}
    >
      <Cross />
      <span className={classes.name}>{dense ? short : label}</span>
    </UnstyledButton>
  )
}

/** Open in the middle, where the point is: light on dark, so that it is seen on every picture. */
const Cross = () => (
  <svg width={30} height={30} viewBox="-15 -15 30 30" aria-hidden>
    {[{ stroke: '#000', width: 3.5 }, { stroke: '#5ff0c0', width: 1.5 }].map(({ stroke, width }) => (
      <path key={stroke} d="M-13 0H-3M3 0H13M0-13V-3M0 3V13" stroke={stroke} strokeWidth={width} fill="none" />
    ))}
    <circle r={1} fill="#5ff0c0" stroke="#000" strokeWidth={0.5} />
  </svg>
)
