import type { Command } from 'commander'
import type { CallOptions } from '../call/call'
import { jsonOption } from '../options'

const EXAMPLES = `
Examples:
  vidimus call library.status --library cases
  vidimus call case.create '{"number":"2026-17","title":"","purpose":"Request 4","examiner":"A. Examiner"}' --library cases
  vidimus call comparison.run '{"id":"ID OF C-1"}' --library cases --case 'ID OF THE CASE' --purpose 'Request 4'
  vidimus call exhibit.import - --library cases < files.json

Prints the answer as one JSON object; arrays of bytes and numbers in it are {"$bytes": BASE64} and {"$float32": BASE64}
(little-endian). The calls, their inputs and their answers are listed in src/shared/ipc/contract.ts. What a call changes
is on record in the library's log like everything done in the window.`

export function addCall(program: Command): void {
  program
    .command('call')
    .description('one call of the workstation, for scripts')
    .argument('<name>', 'such as case.list')
    .argument('[input]', 'its input as JSON, or - to read it from standard input', '{}')
    .option('--library <folder>', 'the case library to work in (default: VIDIMUS_LIBRARY, or none)')
    .option('--read', 'open the library for reading only')
    .option('--case <id>', 'begin a use of this case first, as a window does: no score without one')
    .option('--purpose <text>', 'what for, where it is not the case\'s own purpose')
    .addOption(jsonOption())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, input: string, options: CallOptions) => (await import('../call/call')).runCall(name, input, options))
}
