import type { PaneLayerProps } from './layers'
import { useStore } from '../store'
import type { Viewer } from './viewerStore'
import { cropToScreen } from './viewport'
import classes from './viewer.module.css'

/** Radius of the gap in the middle, CSS pixels: the place itself stays free to be seen. */
const GAP = 7
const ARM = 16

/** The place under the pointer, at the same place of each face. */
export function Crosshair({ viewer, viewport }: { viewer: Viewer } & Pick<PaneLayerProps, 'viewport'>) {
  const { at } = useStore(viewer.hover, hover => hover)
  if (!at) return null
  const { x, y } = cropToScreen(viewport, at)
  const arms = [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([dx, dy]) => `M${x + dx! * GAP} ${y + dy! * GAP}l${dx! * ARM} ${dy! * ARM}`).join('')
  return (
    <svg className={classes.layer} aria-hidden data-testid="crosshair" data-x={x.toFixed(2)} data-y={y.toFixed(2)}>
      <path d={arms} className={classes.crosshairBack} />
      <path d={arms} className={classes.crosshair} />
      <circle cx={x} cy={y} r={GAP} className={classes.crosshairBack} />
      <circle cx={x} cy={y} r={GAP} className={classes.crosshair} />
    </svg>
  )
}
