import type { ArgumentsRecord } from '../../../../shared/domain/explanation'
import type { Run } from '../../../../shared/domain/caseComparison'
import type { ReportComparison } from '../../../../shared/domain/report'
import { heading, table, words, type Block, type Histogram } from '../blocks'
import { four, three, type Setting } from '../setting'

/** Counts, sums, the strongest, and how all arguments lie about the bound. */
export function argumentsOf({ label, run, maps }: ReportComparison, setting: Setting): Block[] {
  const { say } = setting
  if (run === null) return []
  const { record } = run
  const counts = { length: record.method.embedding.length, bound: three(record.arguments.bound) }
  const drawn = maps === null || maps.arguments.length === 0 ? [] : [histogram(label, run, maps.arguments, setting)]
  return [heading(2, say('arguments')), words(say('arguments.note', counts), 'small'), ...drawn, summaryTable(record.arguments, setting)]
}

function summaryTable({ positive, negative, positiveSum, negativeSum, strongest }: ArgumentsRecord, { say }: Setting): Block {
  const named = (list: ArgumentsRecord['strongest']['positive']): string => list.map(({ dimension, value }) => `${dimension}:\u00a0${four(value)}`).join(',  ')
  return table(
    ['2.2cm', '1.4cm', '1.8cm', '1fr'],
    [say('arguments.side'), say('arguments.count'), say('arguments.sum'), say('arguments.strongest')],
    [
      [say('arguments.positive'), String(positive), four(positiveSum), named(strongest.positive)],
      [say('arguments.negative'), String(negative), four(negativeSum), named(strongest.negative)]
    ],
    { numbers: [1, 2] }
  )
}

function histogram(label: string, { record }: Run, values: readonly number[], { say }: Setting): Histogram {
  const { bound, positive, negative } = record.arguments
  const bins = binsOf(values, bound)
  const [low, high] = [bins[0]!.from, bins.at(-1)!.to]
  const named = { label, length: values.length, low: three(low), high: three(high), positive, negative, bound: three(bound) }
  return {
    kind: 'histogram', bins,
    ticks: [low, 0, high].filter((at, i, all) => i !== 1 || (at - low > (high - low) / 10 && high - at > (high - low) / 10 && all.length === 3)).map(at => ({ at, label: three(at) })),
    bound: { at: bound, label: three(bound) },
    most: say('arguments.most', { count: Math.max(...bins.map(({ count }) => count)) }),
    colours: [record.colourScale.dissimilar, record.colourScale.similar],
    legend: [`${say('arguments.negative')}: ${negative}`, `${say('arguments.positive')}: ${positive}`],
    alt: say('arguments.alt', named),
    caption: say('arguments.caption', named)
  }
}

const BINS = 48

/** Bins of one width of which one begins at the bound, so that each holds arguments of one side alone. */
export function binsOf(values: readonly number[], bound: number): Histogram['bins'] {
  const low = Math.min(bound, ...values)
  const high = Math.max(bound, ...values)
  const width = (high - low) / BINS || 1e-6
  // float32 numbers on the bound must not slip below it by a division.
  const binOf = (value: number): number => (value >= bound ? Math.floor((value - bound) / width) : Math.min(-1, Math.floor((value - bound) / width)))
  const numbers = values.map(binOf)
  const [first, last] = [Math.min(-1, ...numbers), Math.max(0, ...numbers)]
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: bound + (first + i) * width, to: bound + (first + i + 1) * width, count: numbers.filter(number => number === first + i).length, positive: first + i >= 0
  }))
}
