import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchLibrary, type LibraryReport } from '../../../bench/library/run'
import { markdownTable } from '../../../bench/markdownTable'
import { whileUnfinished } from '../interrupt'
import { Progress } from '../progress'

export interface LibraryCliOptions {
  cases: number
  comparisons: number
  folder?: string
  json?: true
}

/** `vidimus bench library`. */
export async function runLibrary({ cases, comparisons, folder, json }: LibraryCliOptions): Promise<void> {
  const progress = new Progress()
  const place = folder ?? mkdtempSync(join(tmpdir(), 'vidimus-bench-'))
  const mark = folder === undefined ? whileUnfinished(place) : undefined
  try {
    const report = await benchLibrary(folder ?? join(place, 'library'), { cases, comparisons }, progress.countStage)
    progress.clear()
    console.log(json === true ? JSON.stringify(report) : inWords(report))
  } finally {
    if (folder === undefined) rmSync(place, { recursive: true, force: true })
    mark?.done()
  }
}

function inWords({ buildSeconds, small, large }: LibraryReport): string {
  const rows = Object.entries(large.latencies).map(([name, { median, p95 }]) => {
    const before = small.latencies[name]!
    return [name, before.median.toFixed(2), before.p95.toFixed(2), median.toFixed(2), p95.toFixed(2), (median / before.median).toFixed(1)]
  })
  const size = (of: typeof small): string => `${of.cases} cases, ${of.comparisons} comparisons, ${of.auditRows} rows of the log, ${(of.bytes / 2 ** 20).toFixed(0)} MiB`
  return [
    `Small: ${size(small)}. Large: ${size(large)}. Built in ${buildSeconds.toFixed(0)} s. Milliseconds:`,
    '',
    markdownTable(['', 'small, median', 'small, p95', 'large, median', 'large, p95', 'large / small'], rows)
  ].join('\n')
}
