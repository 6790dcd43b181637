import type { FivePoints } from '../../../../../shared/domain/face'
import { cropToScreen, type Viewport } from '../../compare/viewer/viewport'
import { FIVE, distance } from '../points'
import classes from './stage.module.css'

interface Props {
  /** As found. */
  automatic: FivePoints
  /** As they are set now. */
  points: FivePoints
  viewport: Viewport
}

/** Where the program found each point that has been moved, with a line to where it is now. */
export function Ghosts({ automatic, points, viewport }: Props) {
  const away = FIVE.filter(({ key }) => distance(automatic[key], points[key]) >= 0.05)
  return (
    <svg className={classes.marks} aria-hidden>
      {away.map(({ key }) => {
        const [from, to] = [cropToScreen(viewport, automatic[key]), cropToScreen(viewport, points[key])]
        return [{ stroke: '#000', width: 3.5 }, { stroke: '#ffd43b', width: 1.5 }].map(({ stroke, width }) => (
          <g key={`${key}${stroke}`} stroke={stroke} strokeWidth={width} fill="none" data-ghost={key}>
            <circle cx={from.x} cy={from.y} r={5} />
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeDasharray="4 3" />
          </g>
        ))
      })}
    </svg>
  )
}
