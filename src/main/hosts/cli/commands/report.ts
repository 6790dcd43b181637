import { Option, type Command } from 'commander'
import { ReportLanguage } from '../../../../shared/domain/claims'
import { jsonOption } from '../options'
import type { ReportOptions } from '../report/run'

const EXAMPLES = `
Examples:
  vidimus report --library cases --case 2026-17
      all comparisons of the case: "2026-17 report.pdf", .json and .sha256 in the current folder
  vidimus report --library cases --case 2026-17 --comparison C-1,C-3 --language de --out report.pdf
      two of them; "c-1", "1" and --comparison given twice do as well
  vidimus report --library cases --comparison 7f0c0f4e-6d0e-4a53-9d3b-0e7f4f0f6a11 --out report.pdf

The PDF is a draft; FILE.json holds the same values (docs/report.md), FILE.sha256 the hashes of both, as "sha256sum -c" reads
them. The evidence is hashed again first: a photo that is not as it came in stops the report, exit status 2. What the examiner
set in the window may not see (blind-first, a second opinion being formed) is not printed.`

export function addReport(program: Command): void {
  program
    .command('report')
    .description('a case\u2019s report as PDF, with the same values as JSON and the hashes of both')
    .requiredOption('--library <folder>', 'the case library; read alone where another program has it open')
    .option('--case <number>', 'the case, by its number')
    .option('--comparison <id...>', 'comparisons: numbers as shown (C-1,C-2 or 1,2) or ids (default: all of the case)')
    .option('--out <file.pdf>', 'where the PDF goes; its JSON and its hashes go beside it (default: "NUMBER report.pdf")')
    .addOption(new Option('--language <language>', 'of the report').choices(ReportLanguage.options).default('en'))
    .option('--let-stand <reason>', 'let sentences stand that claim too much, for this reason; logged and printed')
    .option('--force', 'files of these names give way')
    .addOption(jsonOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: ReportOptions) => (await import('../report/run')).runReport(options))
}
