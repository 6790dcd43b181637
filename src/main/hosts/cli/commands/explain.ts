import { Option, type Command } from 'commander'
import { ExplainerId } from '../../../../shared/domain/explainers'
import { ReportLanguage } from '../../../../shared/domain/claims'
import type { ExplainOptions } from '../explain/run'
import { addModelOptions } from '../modelOptions'
import { deviceOption, jsonOption, parseFace, parseSeed, parseThreshold } from '../options'

const EXAMPLES = `
Examples:
  vidimus explain questioned.jpg known.jpg
      writes questioned-known.vidimus/ with result.json, contact-sheet.png, overlays/
  vidimus explain group.jpg known.jpg --face-a 2
      the face with number 2 in the list that the first call prints
  vidimus explain a.png b.png --aligned --raw --json
      crops of the model's size; maps as .npy files; the result as JSON on standard output
  vidimus explain questioned.jpg known.jpg --pdf report.pdf --language de
      a draft report, too: report.pdf, report.json, report.sha256
  vidimus explain a.jpg b.jpg --model mine.onnx --threshold 0.31 --mean 127.5 --scale 128 --channels BGR
      a model of your own: (value - mean) / scale
  vidimus explain a.jpg b.jpg --method xssab-l-margin
      maps of another explainer; this one's add up to score minus threshold, by facial region, too. xface1, xface2 and
      xface3 take 2262 forward passes, corr-rise 1002; rnd, smooth-rnd, centre and pixel-copy are controls without a model

Green (or blue) parts argued for the same source, pink (or vermilion) parts against it. The score is a lead; a person concludes.`

export function addExplain(program: Command): void {
  const explain = program
    .command('explain')
    .description('compare the faces in two photos: score, decision, and which parts of each face argued for and against it')
    .argument('<a>', 'first photo (the questioned one)')
    .argument('<b>', 'second photo (the known one)')
    .option('--out <folder>', 'where the result goes (default: A-B.vidimus in the current folder)')
    .option('--threshold <cosine>', 'where scores begin to support the same source (default: the one calibrated for the model)', parseThreshold)
    .addOption(deviceOption())
    .option('--face-a <n>', 'which face of the first photo: a number, largest or central', parseFace)
    .option('--face-b <n>', 'which face of the second photo: a number, largest or central', parseFace)
    .option('--aligned', 'the files are aligned crops of the model\u2019s own size already')
    .option('--method <name>', `what makes the maps: ${ExplainerId.options.join(', ')} (default: xssab; the record says which)`)
    .option('--seed <n>', 'for methods that draw at random (default: 1)', parseSeed)
    .option('--pdf <file.pdf>', 'a report, too: PDF, with the same values as JSON and the hashes of both beside it')
    .addOption(new Option('--language <language>', 'of the report').choices(ReportLanguage.options).default('en'))
    .option('--force', 'a report of that name gives way')
    .option('--raw', 'write the maps and embeddings as .npy files, too')
    .addOption(new Option('--colours <palette>', 'paper: green and pink; safe: blue and vermilion, for every colour vision').choices(['paper', 'safe']).default('paper'))
    .addOption(jsonOption())
  addModelOptions(explain)
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, options: ExplainOptions) => (await import('../explain/run')).runExplain(a, b, options))
}
