import { Loader } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useRef, useState, type ReactNode } from 'react'
import type { FivePoints, Point } from '../../../../../shared/domain/face'
import type { MarkedFace } from '../../../../../shared/domain/markedFace'
import { cropToScreen, screenToCrop, type Viewport } from '../../compare/viewer/viewport'
import { FIVE, distance, type PointKey } from '../points'
import { FaceBoxes } from './FaceBoxes'
import { Ghosts } from './Ghosts'
import { Handle } from './Handle'
import { Magnifier } from './Magnifier'
import { PhotoCanvas } from './PhotoCanvas'
import type { PhotoSource } from './source'
import classes from './stage.module.css'
import { StageTools } from './StageTools'
import { middle, useGestures } from './useGestures'
import type { PhotoView } from './usePhotoView'

interface Props {
  view: PhotoView
  source: PhotoSource
  loading: boolean
  faces: readonly MarkedFace[]
  chosen: string | null
  onChoose: (face: string) => void
  /** The points that can be moved: all five of the chosen face, or those set so far of a new one. */
  points: Partial<FivePoints>
  /** As found; null where nothing was. */
  automatic: FivePoints | null
  onMove: (key: PointKey, to: Point) => void
  onMoved: (key: PointKey, from: Point, to: Point) => void
  /** Where given, a press sets the next point there. */
  onPlace: ((at: Point) => void) | null
  children?: ReactNode
}

/** The photo, zoomed and moved at will, with every face and the points of the chosen one. */
export function PhotoStage({ view, source, loading, faces, chosen, onChoose, points, automatic, onMove, onMoved, onPlace, children }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<PointKey | null>(null)
  const gestures = useGestures(stage, view, at => onPlace?.(at))
  const { viewport } = view
  const activeAt = active && points[active]
  const dense = viewport !== null && isDense(Object.values(points), viewport.view.scale)
  const activate = (key: PointKey, at: Point): void => {
    setActive(key)
    if (viewport && !isOn(viewport, at)) view.set({ ...viewport.view, centre: at })
  }
  return (
    <div
      {...gestures}
      ref={useMergedRef(stage, view.ref)}
      className={classes.stage}
      data-placing={onPlace ? true : undefined}
      tabIndex={0}
      role="group"
      aria-label={`Photo. Arrow keys move it, plus and minus zoom, 0 shows all of it, F the chosen face.${onPlace ? ' Enter sets the point in the middle.' : ''}`}
      onKeyUp={event => {
        if (event.key === 'Enter' && event.target === event.currentTarget && onPlace && viewport) onPlace(screenToCrop(viewport, middle(viewport.size)))
      }}
    >
      {viewport && (
        <>
          <PhotoCanvas viewport={viewport} source={source} className={classes.canvas} />
          <FaceBoxes faces={faces} chosen={chosen} viewport={viewport} placing={onPlace !== null} onChoose={onChoose} />
          {automatic && isWhole(points) && <Ghosts automatic={automatic} points={points} viewport={viewport} />}
          {FIVE.map(({ key, label, short }) => {
            const at = points[key]
            if (!at) return null
            return (
              <Handle
                key={key}
                label={label}
                short={short}
                dense={dense}
                at={at}
                screen={cropToScreen(viewport, at)}
                scale={viewport.view.scale}
                onMove={to => onMove(key, to)}
                onMoved={(from, to) => onMoved(key, from, to)}
                onFocus={() => activate(key, at)}
                onBlur={() => setActive(before => (before === key ? null : before))}
              />
            )
          })}
          {activeAt && <Magnifier at={activeAt} screen={cropToScreen(viewport, activeAt)} viewport={viewport} source={source} />}
          <StageTools view={view} viewport={viewport} hasTarget={chosen !== null} />
        </>
      )}
      {loading && <Loader className={classes.loading} aria-label="The photo is being loaded" />}
      {children}
    </div>
  )
}

const isWhole = (points: Partial<FivePoints>): points is FivePoints => FIVE.every(({ key }) => points[key])

function isOn(viewport: Viewport, at: Point): boolean {
  const { x, y } = cropToScreen(viewport, at)
  return x >= 0 && y >= 0 && x <= viewport.size.width && y <= viewport.size.height
}

/** CSS pixels between two points that both names fit in. */
const ROOM = 96
const isDense = (points: readonly Point[], scale: number): boolean => points.some((point, i) => points.slice(i + 1).some(other => distance(point, other) * scale < ROOM))
