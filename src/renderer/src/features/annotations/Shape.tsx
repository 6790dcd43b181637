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
    <g data-chosen={chosen || undefined}>
      <Outline kind={kind} points={points} open={open} className={classes.halo} />
      <Outline kind={kind} points={points} open={open} className={classes.line} />
      <Words at={at} lines={worded({ kind, text, chosen })} />
      <NumberTag at={at} number={number} />
    </g>
  )
}

/** Where a figure is met by the pointer: on its strokes, wider than they are seen, its number and its words. */
export function Grip({ kind, points, text, chosen }: Pick<Props, 'kind' | 'points' | 'text' | 'chosen'>) {
  const at = numberPlace({ kind, points })
  const lines = worded({ kind, text, chosen })
  return (
    <>
      <Outline kind={kind} points={points} className={classes.grip} />
      <circle className={classes.area} cx={at.x} cy={at.y} r={12} />
      {lines.length > 0 && <rect className={classes.area} x={at.x + INDENT} y={at.y - LINE / 2} width={Math.max(...lines.map(({ length }) => length)) * LETTER} height={lines.length * LINE} />}
    </>
  )
}

/** CSS pixels: from a number to its words, of a line, of a letter about. */
const [INDENT, LINE, LETTER] = [15, 16, 8]

/** The words that are seen of a figure, in lines. */
const worded = ({ kind, text, chosen }: Pick<Props, 'kind' | 'text' | 'chosen'>): string[] => (kind === 'text' || chosen ? wrapped(text, 32, 6) : [])

interface OutlineProps extends Pick<Props, 'kind' | 'points' | 'open'> {
  className: string | undefined
}

/** The strokes of a figure; a text has none. */
function Outline({ kind, points, open = false, className }: OutlineProps) {
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

function Words({ at, lines }: { at: Point; lines: readonly string[] }) {
  return (
    <text className={classes.words} x={at.x + INDENT} y={at.y}>
      {lines.map((line, i) => (
        <tspan key={i} x={at.x + INDENT} dy={i === 0 ? '0.35em' : LINE}>{line}</tspan>
      ))}
    </text>
  )
}
