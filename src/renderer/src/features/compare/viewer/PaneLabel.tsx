import { useStore } from '../store'
import type { PaneSide } from './Pane'
import type { Viewer } from './viewerStore'
import classes from './viewer.module.css'

interface PaneLabelProps {
  viewer: Viewer
  shown: PaneSide
  over: PaneSide | null
}

const ROLES = { a: 'probe', b: 'reference' } as const

/** Whose face this is. In a shared pane both are named where they lie; while blinking, the one that is seen. */
export function PaneLabel({ viewer, shown, over }: PaneLabelProps) {
  const { mode, blinkB } = useStore(viewer, state => state.look)
  if (!over) return <Name shown={shown} />
  if (mode === 'blink') return <Name shown={blinkB ? over : shown} />
  return (
    <>
      <Name shown={shown} />
      <Name shown={over} className={mode === 'wipe-horizontal' ? classes.labelBottom : classes.labelRight} />
    </>
  )
}

function Name({ shown: { side, mark, exhibit, mapsBy }, className }: { shown: PaneSide; className?: string | undefined }) {
  return (
    <div className={`${classes.label} ${className ?? ''}`}>
      <div className={classes.labelName}>
        <span className={classes.labelSide}>{side.toUpperCase()}</span>
        <strong>{mark}</strong>
        <span className={classes.labelExhibit} title={`${exhibit} (${ROLES[side]})`}>
          {exhibit}
        </span>
      </div>
      {mapsBy && <div className={classes.labelMaps}>map by {mapsBy}</div>}
    </div>
  )
}
