import type { Interval } from '../../calibration/intervals'
import { METHODS } from '../../explain/methods'
import { modelInWords } from '../benchModel'
import { markdownTable } from '../markdownTable'
import type { MethodResult } from './judge'
import type { DprReport } from './run'

/** The paper's Tables 1 and 2 for one model and one set, as Markdown. */
export function dprTables(report: DprReport): string {
  const { variant, patchSeed, seed, pairs, genuine, impostor, threshold, clean, patched, methods, reference } = report
  const listed = methods.some(({ method }) => method === 'rnd') ? methods : [reference, ...methods]
  return [
    `# ${variant === 'patch-lfw' ? 'Patch-LFW' : 'Patch-LFW-H (hardened)'}, ${pairs} pairs`,
    `${genuine} genuine and ${impostor} impostor pairs of fold${report.folds.length === 1 ? '' : 's'} ${report.folds.join(', ')}, patch seed ${patchSeed}, method seed ${seed}, ${modelInWords(report.model)}, ${report.precision} maps.`,
    `Threshold ${threshold.toFixed(4)}, ${report.thresholdGiven ? 'as given' : 'the middle of those at which the clean pairs\' errors are equal'} (equal error rate ${(report.eer * 100).toFixed(2)} %).`,
    '## Error rates (the paper\'s Table 1)',
    markdownTable(['Pairs', 'FMR', 'FNMR'], [['clean', rate(clean.fmr), rate(clean.fnmr)], ['patched', rate(patched.fmr), rate(patched.fnmr)]]),
    '## Decision-based patch replacement (the paper\'s Table 2)',
    markdownTable(['Method', 'AUC FMR', 'AUC FNMR', 'nDPR FMR', 'nDPR FNMR', 'both'], listed.map(rowOf)),
    'AUC by the trapezoid rule, dx = 1, over 0, 5, .. 95 % replaced pixels; nDPR is AUC over RND\'s, "both" the sum of its two. Lower is better. In brackets: 95 % by bootstrap over pairs, the threshold held.',
    ...(report.behindBest.length === 0 ? [] : [
      `## Behind ${bestOf(report)} in both`,
      markdownTable(['Method', 'both, more than the best'], report.behindBest.map(({ method: name, difference, interval }) => [METHODS[name].title, withInterval(difference, interval)])),
      'Paired: both methods and RND on the same draw of pairs. Which one is best was judged on these pairs, too.'
    ]),
    '## Area as a plain sum over the 20 points',
    markdownTable(['Method', 'AUC FMR', 'AUC FNMR', 'nDPR FMR', 'nDPR FNMR'], listed.map((r) => [METHODS[r.method].title, ...[r.aucFmrSum, r.aucFnmrSum, r.ndprFmrSum, r.ndprFnmrSum].map((value) => number(value))]))
  ].join('\n\n') + '\n'
}

/** The one that the others are compared with. */
function bestOf({ methods, behindBest }: DprReport): string {
  const best = methods.find(({ method }) => !behindBest.some((other) => other.method === method))
  return best === undefined ? '' : METHODS[best.method].title
}

const rowOf = (r: MethodResult): string[] => [
  METHODS[r.method].title,
  withInterval(r.aucFmr, r.intervals.aucFmr), withInterval(r.aucFnmr, r.intervals.aucFnmr),
  withInterval(r.ndprFmr, r.intervals.ndprFmr), withInterval(r.ndprFnmr, r.intervals.ndprFnmr), withInterval(r.ndprBoth, r.intervals.ndprBoth)
]

const rate = (value: number): string => value.toFixed(4)
const number = (value: number | null): string => (value === null ? 'not defined' : value.toFixed(2))
const withInterval = (value: number | null, interval: Interval | null): string => (interval === null ? number(value) : `${number(value)} (${interval.map((end) => (Number.isFinite(end) ? end.toFixed(2) : 'unbounded')).join(' to ')})`)
