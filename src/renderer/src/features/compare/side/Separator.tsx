import type { KeyboardEvent, PointerEvent } from 'react'
import classes from '../compare.module.css'

interface SeparatorProps {
  /** Of the panel to its right, CSS pixels. */
  width: number
  least: number
  most: number
  onChange: (width: number) => void
}

const KEY_STEP = 20

/** The border between photos and panel: dragged, or moved with the arrow keys. */
export function Separator({ width, least, most, onChange }: SeparatorProps) {
  const set = (value: number): void => onChange(Math.round(Math.min(most, Math.max(least, value))))
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(width - event.movementX)
  }
  const step = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') set(width + KEY_STEP)
    if (key === 'ArrowRight') set(width - KEY_STEP)
  }
  return (
    <div
      className={classes.separator}
      role="separator"
      tabIndex={0}
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  )
}
