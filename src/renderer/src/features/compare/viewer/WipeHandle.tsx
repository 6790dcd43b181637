import { useStore } from '../store'
import type { Viewer } from './viewerStore'
import classes from './viewer.module.css'

const KEY_STEP = 0.02

/** The border between A and B in the wipes: dragged, or moved with the arrow keys once it has the focus. */
export function WipeHandle({ viewer }: { viewer: Viewer }) {
  const { mode, wipe } = useStore(viewer, state => state.look)
  if (mode !== 'wipe-vertical' && mode !== 'wipe-horizontal') return null
  const vertical = mode === 'wipe-vertical'
  const moveTo = (share: number): void => viewer.setLook({ wipe: Math.min(1, Math.max(0, share)) })
  const drag = (event: React.PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation()
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const pane = event.currentTarget.parentElement!.getBoundingClientRect()
    moveTo(vertical ? (event.clientX - pane.left) / pane.width : (event.clientY - pane.top) / pane.height)
  }
  const press = (event: React.PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const step = (event: React.KeyboardEvent): void => {
    const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (way === undefined) return
    event.preventDefault()
    event.stopPropagation()
    moveTo(wipe + way * KEY_STEP)
  }
  return (
    <div
      className={vertical ? classes.wipeVertical : classes.wipeHorizontal}
      style={vertical ? { left: `${wipe * 100}%` } : { top: `${wipe * 100}%` }}
      data-takes-press
      role="slider"
      tabIndex={0}
      aria-label="Border between A and B"
      aria-orientation={vertical ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(wipe * 100)}
      aria-valuetext={`A ${Math.round(wipe * 100)} %, B ${100 - Math.round(wipe * 100)} %`}
      onPointerDown={press}
      onPointerMove={drag}
      onKeyDown={step}
    >
      <span className={classes.wipeGrip} />
    </div>
  )
}
