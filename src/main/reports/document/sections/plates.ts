import type { ReportComparison } from '../../../../shared/domain/report'
import { heading, type Block, type Picture, type Pictures } from '../blocks'
import { sidePicture, type SidePicture } from '../pictures'
import { shortFace, type Setting } from '../setting'

const SIDES = ['a', 'b'] as const

/** Both faces large, and what the model got of them. */
export function plates(it: ReportComparison, setting: Setting): Block[] {
  const { run, label } = it
  const { say } = setting
  if (run === null) return []
  const { width, height } = run.record.method.crop
  return [
    heading(2, say('plates')),
    // Of a file that was given as an aligned crop nothing more is known.
    ...(run.record.a.points === null && run.record.b.points === null ? [] : [facesOf(it, setting)]),
    { ...both(it, 'crop', setting), aspect: width / height, width: 8.4, caption: say('crops.caption', { label, width, height }) }
  ]
}

const facesOf = (it: ReportComparison, setting: Setting): Pictures => ({ ...both(it, 'plate', setting), aspect: 1, width: 16.6, caption: setting.say('plates.caption', { label: it.label }) })

const both = (it: ReportComparison, which: 'plate' | 'crop', setting: Setting): Pick<Pictures, 'kind' | 'pictures' | 'missing'> => ({
  kind: 'pictures', missing: setting.say('plates.missing'), pictures: SIDES.map(side => sideOf(it, side, which, setting))
})

function sideOf(it: ReportComparison, side: 'a' | 'b', which: 'plate' | 'crop', { say, pictures }: Setting): Picture {
  const named = { side: side.toUpperCase(), label: it.label, face: shortFace(it[side]), exhibit: it[side].exhibit }
  return { file: fileOf(it.label, side, which, pictures), alt: say(`${which}s.alt`, named), caption: which === 'plate' ? say('plates.side', named) : named.side, shapes: [] }
}

/** The picture's file, or null where it was not made. */
export function fileOf(label: string, side: 'a' | 'b', which: SidePicture, pictures: ReadonlySet<string>): string | null {
  const name = sidePicture(label, side, which)
  return pictures.has(name) ? name : null
}
