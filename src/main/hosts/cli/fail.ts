import { CommanderError } from 'commander'
import { toErrorData, type ErrorData, type ErrorKind } from '../../../shared/errors'

const EXIT: Readonly<Record<ErrorKind, number>> = { usage: 2, input: 3, fault: 1, cancelled: 130 }

/** Read from the raw arguments: a mistake in them must be told in the form that was asked for, too. */
export const wantsJson = (argv: readonly string[]): boolean => argv.includes('--json')

/**
 * Tells a failure once (stderr in words, or stdout as {"error": ...}) and returns the exit status.
 * Commander's own way out for --help and --version is no failure; without a command it has shown the help already.
 */
export function tellFailure(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const data = error instanceof CommanderError ? usageData(error) : toErrorData(error)
  if (json) console.log(JSON.stringify({ error: data }))
  else if (data.code !== 'usage.help') console.error(`vidimus: ${data.message}`)
  if (data.code === 'internal.unexpected' && process.env.VIDIMUS_DEBUG !== undefined) console.error(error)
  return EXIT[data.kind]
}

function usageData({ code, message }: CommanderError): ErrorData {
  const text = code === 'commander.help' ? 'a command is missing' : message.replace(/^error: /, '').replace(/\.$/, '')
  return { kind: 'usage', code: code.replace(/^commander\./, 'usage.'), message: `${text}. "--help" shows how to call it.` }
}
