/**
 * `npm run bench`: speed on one thread and on two, and accuracy where the pairs are at hand, as one Markdown table for
 * docs/benchmarks.md. Times are of this machine; the ratios are what compares.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const lfw = join(root, '../shared/lfw')

function vidimus(...args: string[]): unknown {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin/vidimus.mjs'), ...args, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`vidimus ${args.join(' ')} ended with ${status}: ${stdout}`)
  return JSON.parse(stdout)
}

interface Latency {
  pairAlone: number
  pairBatched: number
  pairAloneExact: number
  bestForwardBatch: number
  bestPairBatch: number
  times: Record<'forward' | 'forwardCompiled' | 'pair' | 'pairExact', Record<string, number>>
}

interface Lfw {
  pairsUsed: number
  eer: number
  atEer: { threshold: number }
  bestAccuracy: { accuracy: number }
  folds: { mean: number; standardError: number } | null
  unusable: unknown[]
}

const ms = (value: number | undefined): string => (value === undefined ? '-' : `${value.toFixed(1)} ms`)
const percent = (value: number): string => `${(100 * value).toFixed(2)} %`
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`

function latencyRows(one: Latency, two: Latency): string[] {
  const both = (pick: (report: Latency) => string): string[] => [pick(one), pick(two)]
  return [
    row('', 'one thread', 'two threads'),
    row('---', '---', '---'),
    row('**pair alone / forward alone**', ...both((r) => `**${r.pairAlone.toFixed(2)}**`)),
    row('**pair / forward, each in its best batch**', ...both((r) => `**${r.pairBatched.toFixed(2)}** (${r.bestPairBatch} pair, ${r.bestForwardBatch} images)`)),
    row('exact pair alone / forward alone', ...both((r) => r.pairAloneExact.toFixed(2))),
    row('forward of one image, model as it came', ...both((r) => ms(r.times.forward['1']))),
    row('the same as the compiler spells it', ...both((r) => ms(r.times.forwardCompiled['1']))),
    row('pair, both directions', ...both((r) => ms(r.times.pair['1']))),
    row('pair, both directions, exact', ...both((r) => ms(r.times.pairExact['1'])))
  ]
}

function lfwRows(report: Lfw): string[] {
  const folds = report.folds === null ? '-' : `${percent(report.folds.mean)} ± ${percent(report.folds.standardError)}`
  return [
    row('LFW, default model', 'figure'),
    row('---', '---'),
    row('pairs used', String(report.pairsUsed)),
    row('images that could not be used', String(report.unusable.length)),
    row('EER', `${percent(report.eer)} at ${report.atEer.threshold.toFixed(4)}`),
    row('accuracy, k folds', folds),
    row('best accuracy on these pairs', percent(report.bestAccuracy.accuracy))
  ]
}

console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()} ${arch()}, Node ${process.versions.node}\n`)
const latency = (threads: string): Latency => vidimus('bench', 'latency', '--threads', threads) as Latency
console.log(latencyRows(latency('1'), latency('2')).join('\n'))
if (existsSync(lfw)) console.log(`\n${lfwRows(vidimus('bench', 'lfw', '--images', join(lfw, 'images'), '--pairs', join(lfw, 'pairs.txt')) as Lfw).join('\n')}`)
else console.log('\nLFW: not measured, its images are not at ../shared/lfw.')
