import type { Annotation } from '../../../../shared/domain/annotation'
import type { Comparison } from '../../../../shared/domain/comparison'
import type { Point } from '../../../../shared/domain/face'
import type { ReportComparison } from '../../../../shared/domain/report'
import { plateTransform } from '../../../../shared/geometry/alignment'
import { apply, compose, scaleOf, type Affine } from '../../../../shared/geometry/similarity'
import { heading, table, type Block, type Picture, type Place, type Shape } from '../blocks'
import { PLATE_EXTENT } from '../pictures'
import { pair, shortFace, type Setting } from '../setting'
import { fileOf } from './plates'

/** The plates again with what the examiner drew, and the words to each number. */
export function annotations(it: ReportComparison, setting: Setting): Block[] {
  const { say } = setting
  if (it.annotations.length === 0) return []
  const header = (['number', 'kind', 'text', 'by'] as const).map(key => say(`annotations.${key}`))
  const rows = it.annotations.map(({ number, kind, text, by, changed }) => [String(number), say(`kind.${kind}`), text, pair(by, changed)])
  return [heading(2, say('annotations')), ...drawn(it, setting), table(['1cm', '2.2cm', '1fr', '3cm'], header, rows)]
}

function drawn(it: ReportComparison, { say, pictures }: Setting): Block[] {
  const { run, label } = it
  if (run === null) return []
  const numbers = it.annotations.map(({ number }) => number).join(', ')
  const one = (side: 'a' | 'b'): Picture[] => {
    const toPlate = plateOf(run.record, side)
    const named = { side: side.toUpperCase(), label, numbers, face: shortFace(it[side]), exhibit: it[side].exhibit }
    if (toPlate === null) return []
    return [{ file: fileOf(label, side, 'plate', pictures), alt: say('annotations.alt', named), caption: say('plates.side', named), shapes: it.annotations.flatMap(annotation => shapesOf(annotation, side, toPlate)) }]
  }
  const shown = [...one('a'), ...one('b')]
  return shown.length === 0 ? [] : [{ kind: 'pictures', pictures: shown, aspect: 1, width: shown.length === 2 ? 16.6 : 8.3, caption: say('annotations.caption', { label }), missing: say('plates.missing') }]
}

/** Photo pixels -> shares of the plate; null for a side that was given as a crop. */
function plateOf(record: Comparison, side: 'a' | 'b'): Affine | null {
  const { alignment } = record[side]
  if (alignment === null) return null
  // A plate of side 1: its pixel's edges are 0 and 1, its centre lies at 0.
  return compose([1, 0, 0.5, 0, 1, 0.5], compose(plateTransform(record.method.crop, PLATE_EXTENT, 1), alignment as unknown as Affine))
}

function shapesOf(annotation: Annotation, side: 'a' | 'b', toPlate: Affine): Shape[] {
  const { kind, number } = annotation
  const points = annotation[side]
  const places = points.map(point => apply(toPlate, point))
  const [first, second] = places as [Place, Place]
  const radius = kind === 'circle' ? distance(points[0]!, points[1]!) * scaleOf(toPlate) : 0
  const label: Shape = { shape: 'number', at: kind === 'circle' ? { x: first.x - radius / Math.SQRT2, y: first.y - radius / Math.SQRT2 } : first, label: String(number) }
  switch (kind) {
    case 'circle': return [{ shape: 'circle', at: first, radius }, label]
    case 'polygon': return [{ shape: 'line', points: places, closed: true }, label]
    case 'arrow': return [{ shape: 'line', points: [first, second], closed: false }, { shape: 'line', points: headOf(first, second), closed: false }, label]
    case 'text': return [label]
  }
}

/** Shares of the plate's width. */
const HEAD = 0.035

function headOf(tail: Place, tip: Place): Place[] {
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x)
  const stroke = (turn: number): Place => ({ x: tip.x - HEAD * Math.cos(angle + turn), y: tip.y - HEAD * Math.sin(angle + turn) })
  return [stroke(Math.PI / 7), tip, stroke(-Math.PI / 7)]
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
