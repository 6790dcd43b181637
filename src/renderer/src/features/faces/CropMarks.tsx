import type { FivePoints } from '../../../../shared/domain/face'
import { TEMPLATE, cropTransform, fromUsualCrop, listPoints, type CropSize } from '../../../../shared/geometry/alignment'
import { apply } from '../../../../shared/geometry/similarity'

const LINES = [{ stroke: '#000', width: 1.4 }, { stroke: '#fff', width: 0.6 }]

/** Rings where the model's template has the five points, dots where this face's come to lie: an alignment never fits all five. */
export function CropMarks({ points, size }: { points: FivePoints; size: CropSize }) {
  const toCrop = cropTransform(points, size)
  const targets = TEMPLATE.map(point => fromUsualCrop(point, size))
  const places = listPoints(points).map(point => apply(toCrop, point))
  return (
    <svg viewBox={`-0.5 -0.5 ${size.width} ${size.height}`} aria-hidden>
      {targets.map(({ x, y }, i) => LINES.map(({ stroke, width }) => <circle key={`${i}${stroke}`} cx={x} cy={y} r={3} fill="none" stroke={stroke} strokeWidth={width} />))}
      {places.map(({ x, y }, i) => (
        <circle key={i} cx={x} cy={y} r={0.9} fill="#5ff0c0" stroke="#000" strokeWidth={0.4} />
      ))}
    </svg>
  )
}
