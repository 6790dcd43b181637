import type { ReportComparison } from '../../../../shared/domain/report'
import { facts, heading, list, words, type Block } from '../blocks'
import { time, type Setting } from '../setting'
import { annotations } from './annotations'
import { argumentsOf } from './arguments'
import { checklist } from './checklist'
import { conclusion } from './conclusion'
import { maps } from './maps'
import { opinions } from './opinions'
import { plates } from './plates'
import { regions } from './regions'
import { enhancement, points, result, runs } from './result'
import { sideName } from './summary'

/** Everything about one pair, on pages of its own: the person's conclusion first, then what it rests on. */
export const comparison = (it: ReportComparison, setting: Setting): Block[] => [
  heading(1, setting.say('comparison.heading', { label: it.label, a: it.a.face, b: it.b.face }), true),
  identity(it, setting),
  ...conclusion(it, setting),
  ...result(it, setting),
  ...plates(it, setting),
  ...maps(it, setting),
  ...argumentsOf(it, setting),
  ...regions(it, setting),
  ...points(it, setting),
  ...enhancement(it, setting),
  ...checklist(it, setting),
  ...annotations(it, setting),
  ...opinions(it, setting),
  ...runs(it, setting),
  ...limits(it, setting)
]

function identity({ a, b, stage, version, amendments }: ReportComparison, { say }: Setting): Block {
  const changes = amendments.map(it => say('comparison.amendment', { ...it, at: time(it.at) }))
  return facts([
    [say('comparison.a'), sideName(a)],
    [say('comparison.b'), sideName(b)],
    [say('comparison.stage'), say(`stage.${stage}`)],
    [say('comparison.version'), String(version)],
    [say('comparison.amendments'), changes.join('\n')]
  ])
}

const limits = ({ limits: items }: ReportComparison, { say }: Setting): Block[] => (items.length === 0 ? [] : [heading(2, say('limits')), words(say('limits.note'), 'small'), list(items, true)])
