import type { Command } from 'commander'
import type { VerifyCliOptions } from '../audit/verify'
import { jsonOption } from '../options'

const VERIFY_EXAMPLES = `
Examples:
  vidimus audit verify cases
  vidimus audit verify cases --evidence --json

Reads alone: it may run while the library is open in a window. Exit status 3 where a row, a record or a file is not what was written.`

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the log of a case library: who did what, when, in a chain of hashes')
  audit
    .command('verify')
    .description('recompute the chain of hashes, name the first row that does not fit, and compare every record with what the log says')
    .argument('<library>', 'folder of the library')
    .option('--evidence', 'also hash the stored bytes of every exhibit again')
    .addOption(jsonOption())
    .addHelpText('after', VERIFY_EXAMPLES)
    .action(async (library: string, options: VerifyCliOptions) => (await import('../audit/verify')).runVerify(library, options))
}
