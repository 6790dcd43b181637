import type { Comparison } from '../../../../shared/domain/comparison'
import type { ColourScale, ExplanationMethod } from '../../../../shared/domain/explanation'
import { methodText } from '../../../../shared/domain/methodText'
import { rgbOf } from '../../../../shared/domain/palettes'
import type { ReportComparison } from '../../../../shared/domain/report'
import { facts, heading, words, type Block, type ColourBar, type Pictures } from '../blocks'
import { shortFace, three, type Setting } from '../setting'
import { fileOf } from './plates'

const MAPS = ['similar', 'dissimilar', 'combined'] as const

/** Three maps a face under one printed scale, with what they are not. */
export function maps(it: ReportComparison, setting: Setting): Block[] {
  const { run } = it
  const { say } = setting
  if (run === null) return []
  return [
    heading(2, say('maps')),
    words(say('maps.nature'), 'strong'),
    ...(['a', 'b'] as const).map(side => ofSide(it, run.record, side, setting)),
    bar(run.record.colourScale, setting),
    words(say('maps.grey'), 'small'),
    parameters(run.record, setting)
  ]
}

function ofSide(it: ReportComparison, { method: { crop } }: Comparison, side: 'a' | 'b', { say, pictures }: Setting): Pictures {
  const { label } = it
  const named = { ...it[side], face: shortFace(it[side]), label, side: side.toUpperCase() }
  const shown = MAPS.map(which => ({ file: fileOf(label, side, which, pictures), alt: say('maps.alt', { ...named, which: say(`maps.${which}`) }), caption: say(`maps.${which}`), shapes: [] }))
  return { kind: 'pictures', pictures: shown, aspect: crop.width / crop.height, width: 15.6, caption: say('plates.side', named), missing: say('plates.missing') }
}

/** As paint.ts draws over a pixel of middle grey. */
const MIDDLE = 72 + 128 * 0.66

function bar({ similar, dissimilar, limit, opacity }: ColourScale, { say }: Setting): ColourBar {
  const over = (colour: string): string => hex(rgbOf(colour).map(value => MIDDLE * (1 - opacity) + value * opacity))
  const labels: ColourBar['labels'] = [`-${three(limit)}`, '0', `+${three(limit)}`]
  return {
    kind: 'scale', colours: [over(dissimilar), hex([MIDDLE, MIDDLE, MIDDLE]), over(similar)], labels, ends: [say('maps.endDissimilar'), say('maps.endSimilar')],
    alt: say('maps.scaleAlt', { low: labels[0], high: labels[2] })
  }
}

const hex = (rgb: readonly number[]): string => `#${rgb.map(value => Math.round(value).toString(16).padStart(2, '0')).join('')}`

function parameters({ method, colourScale: scale }: Comparison, setting: Setting): Block {
  const { say } = setting
  return facts([
    [say('maps.scale'), say('maps.scaleValue', { palette: say(`palette.${scale.palette}`), similar: scale.similar, dissimilar: scale.dissimilar, limit: three(scale.limit), opacity: Math.round(scale.opacity * 100), maximum: three(scale.maximum) })],
    [say('maps.method'), say('maps.methodValue', method)],
    [say('maps.parameters'), parametersValue(method, setting)],
    [say('maps.output'), method.embedding.output]
  ])
}

function parametersValue(method: ExplanationMethod, { say, recorded }: Setting): string {
  if (method.name !== 'xSSAB') return methodText(method)
  const { preprocessing, crop, embedding, blur, precision, channelMean, combined } = method
  const inWords = { precision: recorded(precision), mean: recorded(channelMean), combined: recorded(combined), border: recorded(blur.border) }
  return say('maps.parametersValue', { ...preprocessing, ...crop, length: embedding.length, ...blur, ...inWords })
}
