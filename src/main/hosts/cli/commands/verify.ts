import { Option, type Command } from 'commander'
import type { VerifyOptions } from '../verify/run'
import { deviceOption, jsonOption } from '../options'

const EXAMPLES = `
Examples:
  vidimus verify 2026-17.vidimus
      every hash, the log, the records, the signature, and every run computed again
  vidimus verify report.json --evidence photos --key laboratory.public.pem
      photos are found in the folder by their hashes, whatever they are called
  vidimus verify report.pdf
      its hash against report.sha256 and signature.json beside it

No library is needed and nothing is written. Another processor may round the last digits otherwise: then the answer is
"equal within", with the largest difference of each kind of value. Beyond 1e-4 it is "differs".

Exit status: 0 identical, or equal within 1e-4; 4 something differs, was changed or is signed by another key; 5 nothing
differs, but not all could be checked (a photo or a model is missing); 2 a mistake in the call; 3 a file that can't be
used; 1 a fault; 130 stopped by the user.`

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check a case package or a report, and compute its analysis again')
    .argument('<file>', 'a package (*.vidimus), report.json, report.pdf, signature.json, or a result.json')
    .option('--evidence <folder>', 'where photos are that are not in the package')
    .option('--model <file>', 'ONNX file of a model that does not ship with Vidimus')
    .option('--key <file>', 'public key of the laboratory that must have signed, as it gave it out')
    .addOption(deviceOption().default('cpu'))
    .addOption(new Option('--precision <precision>', 'another than the run\u2019s, to see how much it changes').choices(['exact', 'fast']))
    .addOption(jsonOption())
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: VerifyOptions) => (await import('../verify/run')).runVerify(file, options))
}
