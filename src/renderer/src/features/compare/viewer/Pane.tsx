import { useRef } from 'react'
import type { Affine } from '../../../../../shared/geometry/similarity'
import { useStore } from '../store'
import { Crosshair } from './Crosshair'
import { useGestures } from './gestures'
import type { PaneLayer, Side } from './layers'
import { PaneCanvas, type SceneFace } from './PaneCanvas'
import { PaneLabel } from './PaneLabel'
import { StaleNote } from './StaleNote'
import { viewportOf, type PaneRef, type Viewer } from './viewerStore'
import type { Viewport } from './viewport'
import { WipeHandle } from './WipeHandle'
import classes from './viewer.module.css'

/** What a pane shows of one side. */
export interface PaneSide {
  side: Side
  face: SceneFace
  toCrop: Affine
  /** "Q-1". */
  mark: string
  /** "E-2 photo.jpg". */
  exhibit: string
  /** Whose map lies over it, where that is not xSSAB. */
  mapsBy: string | null
  description: string
}

interface PaneProps {
  viewer: Viewer
  shown: PaneSide
  /** The other face, in the same pane; null side by side. */
  over: PaneSide | null
  layers: readonly PaneLayer[]
  /** Threshold that is being computed, and the one that the maps belong to. */
  computing: { wanted: number; shown: number | null } | null
}

/** One picture with everything over it: other layers, cross-hair, names, and whether its map is out of date. */
export function Pane({ viewer, shown, over, layers, computing }: PaneProps) {
  const element = useRef<HTMLDivElement>(null)
  const viewport = useViewport(viewer, shown.face)
  const gestures = useGestures(element, viewer, shown.face)
  return (
    <div
      ref={element}
      {...gestures}
      className={classes.pane}
      role="group"
      tabIndex={0}
      aria-label={over ? 'Both faces. Arrow keys move, plus and minus zoom.' : `Face ${shown.side.toUpperCase()}. Arrow keys move, plus and minus zoom.`}
      data-pane={over ? 'both' : shown.side}
      data-stale={computing !== null}
      data-centre={`${viewport.view.centre.x.toFixed(3)} ${viewport.view.centre.y.toFixed(3)}`}
      data-scale={viewport.view.scale.toFixed(4)}
    >
      <PaneCanvas viewer={viewer} face={shown.face} over={over?.face ?? null} description={over ? `${shown.description} Over it: ${over.description}` : shown.description} />
      {layers.map((Layer, i) => (
        <div key={i} className={classes.layer}>
          <Layer side={shown.side} viewport={viewport} toCrop={shown.toCrop} />
        </div>
      ))}
      <Crosshair viewer={viewer} viewport={viewport} />
      {over && <WipeHandle viewer={viewer} />}
      <PaneLabel viewer={viewer} shown={shown} over={over} />
      {computing && <StaleNote {...computing} />}
    </div>
  )
}

const useViewport = (viewer: Viewer, pane: PaneRef): Viewport => viewportOf(useStore(viewer, state => state), pane)
