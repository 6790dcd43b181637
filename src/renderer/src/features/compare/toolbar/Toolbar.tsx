import type { Affine } from '../../../../../shared/geometry/similarity'
import type { Side } from '../viewer/layers'
import type { Viewer } from '../viewer/viewerStore'
import { ModeGroup } from './ModeGroup'
import { ShowGroup } from './ShowGroup'
import { TurnGroup } from './TurnGroup'
import { ZoomGroup } from './ZoomGroup'
import classes from './bars.module.css'

interface ToolbarProps {
  viewer: Viewer
  toCrop: Record<Side, Affine | null>
  canEnhance: boolean
}

/** How the faces are looked at. */
export function Toolbar({ viewer, toCrop, canEnhance }: ToolbarProps) {
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="View of the faces">
      <ModeGroup viewer={viewer} />
      <ZoomGroup viewer={viewer} toCrop={toCrop} />
      <TurnGroup viewer={viewer} />
      <ShowGroup viewer={viewer} canEnhance={canEnhance} />
    </div>
  )
}
