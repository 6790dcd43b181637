import type { ReportComparison, ReportMaps } from '../../../../shared/domain/report'
import { heading, table, words, type Block } from '../blocks'
import { percent, shortFace, three, type Setting } from '../setting'

/** What each region adds to the maps of either face. */
export function regions({ maps, a, b }: ReportComparison, setting: Setting): Block[] {
  if (maps === null) return []
  const { say } = setting
  const header = (['region', 'similar', 'dissimilar', 'combined', 'share', 'area'] as const).map(key => say(`regions.${key}`))
  const rowsOf = (rows: ReportMaps['regions']['a']): string[][] => rows.map(it => [say(`region.${it.region}`), three(it.similar), three(it.dissimilar), three(it.combined), say('regions.percent', { value: percent(it.share) }), say('regions.percent', { value: percent(it.area) })])
  const one = (side: 'A' | 'B', of: ReportComparison['a'], rows: ReportMaps['regions']['a']): Block[] => [
    words(say('plates.side', { side, face: shortFace(of), exhibit: of.exhibit }), 'strong'),
    table(['3cm', '1fr', '1fr', '1fr', '1fr', '1fr'], header, rowsOf(rows), { numbers: [1, 2, 3, 4, 5] })
  ]
  return [heading(2, say('regions')), words(say('regions.note'), 'small'), ...one('A', a, maps.regions.a), ...one('B', b, maps.regions.b)]
}
