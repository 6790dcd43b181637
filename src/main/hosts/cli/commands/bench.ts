import type { Command } from 'commander'
import type { DprCliOptions } from '../bench/dpr'
import type { LatencyCliOptions } from '../bench/latency'
import type { LibraryCliOptions } from '../bench/library'
import type { LfwCliOptions } from '../bench/lfw'
import type { PatchLfwCliOptions } from '../bench/patchLfw'
import type { MethodName } from '../../../explain/methods'
import { addModelOptions } from '../modelOptions'
import { jsonOption, parseCount, parseFolds, parsePairsLimit, parseSeed, parseThreads, parseThreshold } from '../options'

const LFW_EXAMPLES = `
Example:
  vidimus bench lfw --images lfw/images --pairs lfw/pairs.txt --threshold 0.2412

Images lie in folders named after the person: Name/Name_0001.jpg. Of several faces the central one is taken. A call that was
interrupted is carried on by the same call.`

const PATCH_EXAMPLES = `
Example:
  vidimus bench patch-lfw --images lfw/images --pairs lfw/pairs.txt --seed 1 --pairs-limit 300 --out patched-1
      150 genuine and 150 impostor pairs; a call that was interrupted is carried on by the same call`

const DPR_EXAMPLES = `
Example:
  vidimus bench dpr --set patched-1 --methods rnd,xssab,xssab-blurred
      writes patched-1.dpr/ with result.json, curves.svg, curves.png, tables.md; an interrupted call is carried on by the same call

Methods: rnd, smooth-rnd, centre, pixel-copy, xssab, xssab-blurred, xssab-l, xssab-l-margin, xface1, xface2, xface3 (2262 forward passes a pair), corr-rise (1002).
RND always takes part, because nDPR divides by it.`

const LATENCY_EXAMPLES = `
Example:
  vidimus bench latency --threads 1
  vidimus bench latency --methods rnd,xssab,xface2 --pairs-limit 4

pairAlone and pairBatched are what an explained pair costs in forward passes of one image.`

const LIBRARY_EXAMPLES = `
Example:
  vidimus bench library
  vidimus bench library --cases 1000 --comparisons 20000 --json

Builds a library of made-up cases, in a folder that is removed at the end, and asks it what a window asks: at a tenth of
the size, then at the whole. Quick means tens of milliseconds and a ratio near 1.`

export function addBench(program: Command): void {
  const bench = program.command('bench').description('measure how well and how fast this machine explains')
  const lfw = bench
    .command('lfw')
    .description('error rates of a recognition model over pairs in the form of Labeled Faces in the Wild')
    .requiredOption('--images <folder>', 'folder of the images')
    .requiredOption('--pairs <file>', 'pairs.txt')
    .option('--threshold <cosine>', 'also judge this threshold', parseThreshold)
    .addOption(jsonOption())
  addModelOptions(lfw)
    .addHelpText('after', LFW_EXAMPLES)
    .action(async (options: LfwCliOptions) => (await import('../bench/lfw')).runLfw(options))
  bench
    .command('patch-lfw')
    .description('Patch-LFW: aligned pairs with patches of another face in the first image')
    .requiredOption('--images <folder>', 'folder of the images')
    .requiredOption('--pairs <file>', 'pairs.txt')
    .requiredOption('--seed <n>', 'same seed, same bytes', parseSeed)
    .option('--pairs-limit <n>', 'so many pairs, spread over the list, half genuine and half impostor (default: all)', parsePairsLimit)
    .option('--hardened', 'patches that comparing pixels does not find: from another photo, moved, brightened, with soft edges')
    .requiredOption('--out <folder>', 'where the set goes')
    .addOption(jsonOption())
    .addHelpText('after', PATCH_EXAMPLES)
    .action(async (options: PatchLfwCliOptions) => (await import('../bench/patchLfw')).runPatchLfw(options))
  const dpr = bench
    .command('dpr')
    .description('how well methods point at what decided: patched pixels set back in the order of their maps')
    .requiredOption('--set <folder>', 'a set made by bench patch-lfw')
    .requiredOption('--methods <names>', 'with commas between')
    .option('--seed <n>', 'for the methods that draw at random', parseSeed, 1)
    .option('--threshold <cosine>', 'the decision threshold (default: where the clean pairs\' errors are equal)', parseThreshold)
    .option('--folds <numbers>', 'only pairs of these folds, with commas between (default: all)', parseFolds)
    .option('--pairs-limit <n>', 'so many pairs, spread over the set, half genuine and half impostor (default: all)', parsePairsLimit)
    .option('--out <folder>', 'where curves and tables go (default: SET.dpr in the current folder)')
    .addOption(jsonOption())
  addModelOptions(dpr)
    .addHelpText('after', DPR_EXAMPLES)
    .action(async ({ methods, ...options }: Omit<DprCliOptions, 'methods'> & { methods: string }) =>
      (await import('../bench/dpr')).runDprCommand({ ...options, methods: await namesOf(methods) })
    )
  const latency = bench
    .command('latency')
    .description('what an explanation costs against a forward pass, on the CPU')
    .option('--threads <n>', 'threads inside one op', parseThreads, 1)
    .option('--methods <names>', 'also time the maps of these methods, with commas between', '')
    .option('--pairs-limit <n>', 'pairs a method is timed on', parseCount, 100)
    .addOption(jsonOption())
  addModelOptions(latency)
    .addHelpText('after', LATENCY_EXAMPLES)
    .action(async ({ methods, ...options }: Omit<LatencyCliOptions, 'methods'> & { methods: string }) =>
      (await import('../bench/latency')).runLatency({ ...options, methods: methods === '' ? [] : await namesOf(methods) })
    )
  bench
    .command('library')
    .description('how long lists, search and opening take as a case library grows tenfold')
    .option('--cases <n>', 'cases of the large library', parseCount, 10_000)
    .option('--comparisons <n>', 'comparisons of the large library', parseCount, 200_000)
    .option('--folder <folder>', 'where the library is built, and kept (default: a temporary folder)')
    .addOption(jsonOption())
    .addHelpText('after', LIBRARY_EXAMPLES)
    .action(async (options: LibraryCliOptions) => (await import('../bench/library')).runLibrary(options))
}

/** "rnd,xssab" */
const namesOf = async (list: string): Promise<MethodName[]> => {
  const { methodName } = await import('../../../explain/methods')
  return [...new Set(list.split(',').map((name) => methodName(name.trim())))]
}
