import { Command } from 'commander'
import { addAudit } from './commands/audit'
import { addBench } from './commands/bench'
import { addCall } from './commands/call'
import { addExplain } from './commands/explain'
import { addKey } from './commands/key'
import { addModel } from './commands/model'
import { addReport } from './commands/report'
import { addServe } from './commands/serve'
import { addVerify } from './commands/verify'

const EXAMPLES = `
Examples:
  vidimus explain questioned.jpg known.jpg
  vidimus explain questioned.jpg known.jpg --face-a 1 --out case-17
  vidimus model check my-model.onnx
  vidimus report --library my-library --case 2026-17
  vidimus audit verify my-library
  vidimus verify 2026-17.vidimus
  vidimus serve --open

Exit status: 0 a result, 2 a mistake in the call, 3 an input that can't be used, 1 a fault, 130 stopped by the user.`

/** All commands. What they need is loaded when one of them runs, so that --help and --version answer at once. */
export function createProgram(version: string): Command {
  const program = new Command('vidimus')
    .description('Score, decision and explanation for a pair of face photos. Everything stays on this machine.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText('after', EXAMPLES)
  addExplain(program)
  addModel(program)
  addReport(program)
  addServe(program)
  addCall(program)
  addAudit(program)
  addVerify(program)
  addKey(program)
  addBench(program)
  return program
}
