import type { FivePoints, Point } from '../../../../shared/domain/face'
import type { ReportFace } from '../../../../shared/domain/report'
import { facts, heading, table, type Block, type Place, type Shape } from '../blocks'
import { time, type Setting } from '../setting'

const POINTS = ['leftEye', 'rightEye', 'nose', 'mouthLeft', 'mouthRight'] as const

/** A face's box, five points in use and label, as shares of its photo. */
export function faceShapes({ box, automatic, corrected, label }: ReportFace, { width, height }: { width: number; height: number }): Shape[] {
  const place = ({ x, y }: Point): Place => ({ x: (x + 0.5) / width, y: (y + 0.5) / height })
  const points = corrected ?? automatic
  const crosses = points === null ? [] : POINTS.map((name): Shape => ({ shape: 'cross', at: place(points[name]) }))
  return [...crosses, { shape: 'box', at: { x: box.x / width, y: box.y / height }, width: box.width / width, height: box.height / height, label }]
}

export const face = (it: ReportFace, setting: Setting): Block[] => [
  heading(3, it.mark === null ? it.label : setting.say('face.heading', it)),
  about(it, setting),
  points(it, setting),
  ...(it.lights.length === 0 ? [] : [quality(it, setting)])
]

function about({ score, box, suitable, unsuitableBecause, override }: ReportFace, { say }: Setting): Block {
  const { x, y, width, height } = box
  const rounded = Object.fromEntries(Object.entries({ x, y, width, height }).map(([name, value]) => [name, value.toFixed(0)]))
  return facts([
    [say('face.found'), score === null ? say('face.hand') : say('face.detector', { score: score.toFixed(3) })],
    [say('face.box'), say('face.boxValue', rounded)],
    [say('face.suitable'), suitable ? say('face.isSuitable') : say('face.unsuitable', { reasons: unsuitableBecause.join('; ') })],
    [say('face.override'), override && say('face.overrideValue', { ...override, at: time(override.at) })]
  ])
}

/** What was found and what the examiner set, beside one another. */
function points({ automatic, corrected }: ReportFace, { say }: Setting): Block {
  const sets = [...(automatic === null ? [] : [['face.automatic', automatic] as const]), ...(corrected === null ? [] : [['face.corrected', corrected] as const])]
  const at = (set: FivePoints, name: keyof FivePoints): string => `${set[name].x.toFixed(1)}, ${set[name].y.toFixed(1)}`
  const rows = POINTS.map(name => [say(`face.${name}`), ...sets.map(([, set]) => at(set, name))])
  return table(['5.5cm', ...sets.map(() => '3.6cm')], [say('face.point'), ...sets.map(([key]) => say(key))], rows)
}

const quality = ({ lights }: ReportFace, { say }: Setting): Block =>
  table(
    ['2.1cm', '2.2fr', '3.1cm', '3fr'],
    [say('quality.measure'), say('quality.value'), say('quality.light'), say('quality.effect')],
    lights.map(({ label, value, light, effect }) => [label, value, say(`light.${light}`), effect])
  )
