import type { Command } from 'commander'
import type { LatencyCliOptions } from '../bench/latency'
import type { LfwCliOptions } from '../bench/lfw'
import { jsonOption, parseThreads, parseThreshold } from '../options'

const LFW_EXAMPLES = `
Example:
  vidimus bench lfw --images lfw/images --pairs lfw/pairs.txt --threshold 0.2297

Images lie in folders named after the person: Name/Name_0001.jpg. Of several faces the central one is taken.`

const LATENCY_EXAMPLES = `
Example:
  vidimus bench latency --threads 1

pairAlone and pairBatched are what an explained pair costs in forward passes of one image.`

export function addBench(program: Command): void {
  const bench = program.command('bench').description('measure how well and how fast this machine explains')
  bench
    .command('lfw')
    .description('error rates of the default recogniser over pairs in the form of Labeled Faces in the Wild')
    .requiredOption('--images <folder>', 'folder of the images')
    .requiredOption('--pairs <file>', 'pairs.txt')
    .option('--threshold <cosine>', 'also judge this threshold', parseThreshold)
    .addOption(jsonOption())
    .addHelpText('after', LFW_EXAMPLES)
    .action(async (options: LfwCliOptions) => (await import('../bench/lfw')).runLfw(options))
  bench
    .command('latency')
    .description('what an explanation costs against a forward pass, on the CPU, with the default recogniser')
    .option('--threads <n>', 'threads inside one op', parseThreads, 1)
    .addOption(jsonOption())
    .addHelpText('after', LATENCY_EXAMPLES)
    .action(async (options: LatencyCliOptions) => (await import('../bench/latency')).runLatency(options))
}
