import { resolve } from 'node:path'

/** Switches that the system or Chromium adds are none of ours; what follows one of these is its value. */
const WITH_VALUE = new Set(['--library'])

/**
 * The folder or file that a start of the desktop program asks to open: `--library DIR`, or a path given by the system
 * for a file that was opened with Vidimus. Undefined where there is none.
 *
 * @param argv as `ownArguments` gives them
 */
export function askedFor(argv: readonly string[], workingFolder: string): string | undefined {
  const at = argv.findIndex(argument => argument === '--library' || argument.startsWith('--library='))
  const named = at === -1 ? undefined : argv[at]!.startsWith('--library=') ? argv[at]!.slice('--library='.length) : argv[at + 1]
  const path = named || argv.find((argument, index) => !argument.startsWith('-') && !WITH_VALUE.has(argv[index - 1] ?? ''))
  return path === undefined || path === '' ? undefined : resolve(workingFolder, path)
}

/** What a person wrote, of a process's own arguments: not the program, nor, in a checkout, the folder that Electron was told to run. */
export const ownArguments = (argv: readonly string[], programFolder: string, workingFolder: string): string[] =>
  argv.slice(1).filter(argument => argument.startsWith('-') || resolve(workingFolder, argument) !== resolve(programFolder))
