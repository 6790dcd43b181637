import { Option, type Command } from 'commander'
import type { ExplainOptions } from '../explain/run'
import { deviceOption, jsonOption, parseFace, parseNumber, parseScale, parseThreshold } from '../options'

const EXAMPLES = `
Examples:
  vidimus explain questioned.jpg known.jpg
      writes questioned-known.vidimus/ with result.json, contact-sheet.png, overlays/
  vidimus explain group.jpg known.jpg --face-a 2
      the face with number 2 in the list that the first call prints
  vidimus explain a.png b.png --aligned --raw --json
      crops of the model's size; maps as .npy files; the result as JSON on standard output
  vidimus explain a.jpg b.jpg --model mine.onnx --threshold 0.31 --mean 127.5 --scale 128 --channels BGR
      a model of your own: (value - mean) / scale

Green (or blue) parts argued for the same source, pink (or vermilion) parts against it. The score is a lead; a person concludes.`

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('compare the faces in two photos: score, decision, and which parts of each face argued for and against it')
    .argument('<a>', 'first photo (the questioned one)')
    .argument('<b>', 'second photo (the known one)')
    .option('--out <folder>', 'where the result goes (default: A-B.vidimus in the current folder)')
    .option('--model <id|file>', 'a default model or an ONNX file (default: the default recogniser)')
    .option('--threshold <cosine>', 'where scores begin to support the same source (default: the one calibrated for the model)', parseThreshold)
    .addOption(deviceOption())
    .option('--face-a <n>', 'which face of the first photo: a number, largest or central', parseFace)
    .option('--face-b <n>', 'which face of the second photo: a number, largest or central', parseFace)
    .option('--aligned', 'the files are aligned crops of the model\u2019s own size already')
    .option('--raw', 'write the maps and embeddings as .npy files, too')
    .addOption(new Option('--colours <palette>', 'paper: green and pink; safe: blue and vermilion, for every colour vision').choices(['paper', 'safe']).default('paper'))
    .addOption(jsonOption())
    .option('--embedding <output>', 'own model: name of the embedding output (default: found by shape)')
    .option('--mean <value>', 'own model: subtracted from pixel values 0..255 (default: 127.5)', parseNumber)
    .option('--scale <value>', 'own model: divides after that (default: 127.5)', parseScale)
    .addOption(new Option('--channels <order>', 'own model: colour order (default: RGB)').choices(['RGB', 'BGR']))
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, options: ExplainOptions) => (await import('../explain/run')).runExplain(a, b, options))
}
