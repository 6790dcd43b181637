import type { Command } from 'commander'
import type { CheckOptions } from '../model/check'
import type { GradientOptions } from '../model/gradient'
import { jsonOption, parseShape } from '../options'

const GRADIENT_EXAMPLES = `
Example:
  vidimus model gradient model.onnx --input x.f32 --shape 2,3,112,112 --cotangent w.f32 --out gx.f32
      reads x (2*3*112*112 values) and w (as many as the output has) and writes d(sum w*y)/dx

All three files are raw float32, little-endian, row-major.`

const CHECK_EXAMPLES = `
Examples:
  vidimus model check model.onnx
  vidimus model check model.onnx --json

Exit status 0 where Vidimus can explain the model, 3 where it can't; the report is printed either way.`

export function addModel(program: Command): void {
  const model = program.command('model').description('look into an ONNX face-recognition model')
  model
    .command('gradient')
    .description('the gradient of a weighted sum of an output by the input')
    .argument('<model>', 'ONNX file')
    .requiredOption('--input <file>', 'the input x, raw float32')
    .requiredOption('--shape <dims>', 'the shape of x, such as 2,3,112,112', parseShape)
    .requiredOption('--cotangent <file>', 'the weights w, raw float32, one for every value of the output')
    .requiredOption('--out <file>', 'where d(sum w*y)/dx goes, raw float32')
    .option('--output <name>', 'which output is y (default: the embedding)')
    .addOption(jsonOption())
    .addHelpText('after', GRADIENT_EXAMPLES)
    .action(async (path: string, options: GradientOptions) => (await import('../model/gradient')).runGradient(path, options))
  model
    .command('check')
    .description('whether Vidimus can explain a model: inputs, outputs, ops, missing rules, gradient against finite differences')
    .argument('<model>', 'ONNX file')
    .option('--output <name>', 'which output is the embedding (default: found by shape)')
    .addOption(jsonOption())
    .addHelpText('after', CHECK_EXAMPLES)
    .action(async (path: string, options: CheckOptions) => (await import('../model/check')).runCheck(path, options))
}
