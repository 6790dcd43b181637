import type { Point } from '../../../../../shared/domain/face'
import type { Viewport } from '../../compare/viewer/viewport'
import { PhotoCanvas } from './PhotoCanvas'
import type { PhotoSource } from './source'
import classes from './stage.module.css'

const SIDE = 164
/** How much more it enlarges than the stage, and at least: CSS pixels per photo pixel. */
const MORE = 4
const LEAST = 6

interface Props {
  at: Point
  /** Where the point is on the stage: the magnifier keeps out of its way. */
  screen: Point
  viewport: Viewport
  source: PhotoSource
}

/** The surroundings of the point that is being moved. */
export function Magnifier({ at, screen, viewport, source }: Props) {
  const scale = Math.max(LEAST, viewport.view.scale * MORE)
  const size = { width: SIDE, height: SIDE }
  const right = screen.x < viewport.size.width / 2
  return (
    <div className={classes.magnifier} style={right ? { right: 10 } : { left: 10 }} data-magnifier aria-hidden>
      <PhotoCanvas viewport={{ size, view: { centre: at, scale, rotation: 0, flip: false } }} source={source} className={classes.canvas} />
      <svg width={SIDE} height={SIDE} viewBox={`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`}>
        {[{ stroke: '#000', width: 3 }, { stroke: '#5ff0c0', width: 1 }].map(({ stroke, width }) => (
          <path key={stroke} d={`M${-SIDE / 2} 0H-7M7 0H${SIDE / 2}M0 ${-SIDE / 2}V-7M0 7V${SIDE / 2}`} stroke={stroke} strokeWidth={width} />
        ))}
      </svg>
    </div>
  )
}
