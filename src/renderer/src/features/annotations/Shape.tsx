import type { AnnotationKind } from '../../../../shared/domain/annotation'
import type { Point } from '../../../../shared/domain/face'
import classes from './annotations.module.css'
import { arrowHead, distance, numberPlace, wrapped } from './geometry'

interface Props {
  kind: AnnotationKind
  /** CSS pixels in the pane. */
  points: readonly Point[]
  number: number | null
  text: string
  /** Still being drawn: a polygon is not closed. */
  open?: boolean
  chosen: boolean
}

const HEAD = 13

/** One figure as it is seen: bright on dark, so that it reads on every picture, its number beside it. */
export function Shape({ kind, points, number, text, open = false, chosen }: Props) {
  const at = numberPlace({ kind, points })
  return (
    <g className={classes.shape} data-chosen={chosen || undefined}>
      <Outline kind={kind} points={points} open={open} className={classes.halo} />
      <Outline kind={kind} points={points} open={open} className={classes.line} />
      {(kind === 'text' || chosen) && text !== '' && <Words at={at} text={text} />}
      <NumberTag at={at} number={number} />
    </g>
  )
}

interface OutlineProps extends Pick<Props, 'kind' | 'points' | 'open'> {
  className: string | undefined
}

/** The strokes of a figure; a text has none. */
export function Outline({ kind, points, open = false, className }: OutlineProps) {
  const [first, second] = points
  if (!first || !second || kind === 'text') return null
  if (kind === 'circle') return <circle className={className} cx={first.x} cy={first.y} r={distance(first, second)} />
  if (kind === 'arrow') return <path className={className} d={`M${pair(first)}L${pair(second)}M${arrowHead(first, second, HEAD).map(pair).join('L')}`} />
  return <path className={className} d={`M${points.map(pair).join('L')}${open ? '' : 'Z'}`} />
}

const pair = ({ x, y }: Point): string => `${x.toFixed(2)} ${y.toFixed(2)}`

function NumberTag({ at, number }: { at: Point; number: number | null }) {
  const label = number === null ? 'new' : String(number)
  const width = Math.max(20, label.length * 8 + 8)
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect className={classes.tag} x={-width / 2} y={-10} width={width} height={20} rx={10} />
      <text className={classes.number} textAnchor="middle" dominantBaseline="central">{label}</text>
    </g>
  )
}

function Words({ at, text }: { at: Point; text: string }) {
  return (
    <text className={classes.words} x={at.x + 15} y={at.y}>
      {wrapped(text, 32, 6).map((line, i) => (
        <tspan key={i} x={at.x + 15} dy={i === 0 ? '0.35em' : '1.25em'}>{line}</tspan>
      ))}
    </text>
  )
}
