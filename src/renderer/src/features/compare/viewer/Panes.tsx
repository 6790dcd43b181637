import { useEffect, useMemo } from 'react'
import type { FaceMaps } from '../../../../../shared/domain/caseComparison'
import { EXPLAINERS, type ExplainerId } from '../../../../../shared/domain/explainers'
import type { ColourScale } from '../../../../../shared/domain/explanation'
import { markText } from '../../../../../shared/domain/markedFace'
import { signedMap } from '../../../overlay/paint'
import type { SideData } from '../data/useSide'
import { useStore } from '../store'
import type { PaneLayer, Side } from './layers'
import { isOnePane, showsMaps } from './look'
import { Pane, type PaneSide } from './Pane'
import type { SceneFace } from './PaneCanvas'
import { cropRaster, paintedRaster, photoCorners, placed } from './scene'
import type { Viewer } from './viewerStore'
import { turnOf } from './viewport'
import classes from './viewer.module.css'

interface PanesProps {
  viewer: Viewer
  sides: Record<Side, SideData>
  /** Both faces' maps and their one scale as drawn; null before the first explanation. */
  maps: { a: FaceMaps; b: FaceMaps; scale: ColourScale; explainer: ExplainerId } | null
  /** Threshold that is being computed, and the one that the maps belong to; null while the maps are current. */
  computing: { wanted: number; shown: number | null } | null
  layers: readonly PaneLayer[]
  /** The numbers of the comparison in words, for who can't see the maps. */
  summary: string
}

/** The two faces, in two panes or in one. */
export function Panes({ viewer, sides, maps, computing, layers, summary }: PanesProps) {
  const look = useStore(viewer, state => state.look)
  const stale = computing !== null
  const of = (side: Side): PaneMaps | null => maps && { maps: maps[side], scale: maps.scale, explainer: maps.explainer }
  const a = usePaneSide(viewer, 'a', sides.a, of('a'), stale, summary)
  const b = usePaneSide(viewer, 'b', sides.b, of('b'), stale, summary)
  useScene(viewer, sides)
  useBlink(viewer)
  const note = showsMaps(look) ? computing : null
  return (
    <div className={classes.panes}>
      {isOnePane(look.mode) ? (
        <Pane viewer={viewer} shown={a} over={b} layers={layers} computing={note} />
      ) : (
        [a, b].map(shown => <Pane key={shown.side} viewer={viewer} shown={shown} over={null} layers={layers} computing={note} />)
      )}
    </div>
  )
}

interface PaneMaps {
  maps: FaceMaps
  scale: ColourScale
  explainer: ExplainerId
}

function usePaneSide(viewer: Viewer, side: Side, data: SideData, shown: PaneMaps | null, stale: boolean, summary: string): PaneSide {
  const { maps, scale } = shown ?? { maps: null, scale: null }
  const { layer, mode, smooth } = useStore(viewer, state => state.look)
  const { pictures, exhibit, face: marked } = data
  const shows = showsMaps({ layer, mode })
  const raster = useMemo(() => (shows ? cropRaster(pictures, smooth) : null), [shows, pictures, smooth])
  const painted = useMemo(() => (raster && maps && scale && layer !== 'none' ? paintedRaster(raster, signedMap(maps, layer), scale) : null), [raster, maps, scale, layer])
  const face = useMemo((): SceneFace => ({ side, pictures: placed(pictures), painted, stale, crop: pictures.crop, turned: turnOf(pictures.toCrop) }), [side, pictures, painted, stale])
  const mark = markText(marked.mark)
  const name = `E-${exhibit.number} ${exhibit.name}`
  // xSSAB's is the one map that needs no name: it is what records and reports hold.
  const by = painted && shown && shown.explainer !== 'xssab' ? EXPLAINERS[shown.explainer].title : null
  const map = painted ? ` ${layer[0]!.toUpperCase()}${layer.slice(1)} map${by ? ` by ${by}` : ''}${stale ? ', out of date' : ''}.` : ''
  return { side, face, toCrop: pictures.toCrop, mark, exhibit: name, mapsBy: by, description: `Face ${side.toUpperCase()}: ${mark}, ${name}.${map} ${summary}` }
}

/** Tells the viewer what there is to see. */
function useScene(viewer: Viewer, { a, b }: Record<Side, SideData>): void {
  const [first, second] = [a.pictures, b.pictures]
  useEffect(() => {
    viewer.setScene(first.crop, { a: photoCorners(first.photoSize, first.toCrop), b: photoCorners(second.photoSize, second.toCrop) })
  }, [viewer, first.crop, first.photoSize, first.toCrop, second.photoSize, second.toCrop])
}

/** Goes from face to face while `blink` runs. */
function useBlink(viewer: Viewer): void {
  const { mode, blinkRate, blinking } = useStore(viewer, state => state.look)
  const runs = mode === 'blink' && blinking
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => viewer.setLook({ blinkB: !viewer.get().look.blinkB }), 1000 / blinkRate)
    return () => clearInterval(timer)
  }, [viewer, runs, blinkRate])
}
