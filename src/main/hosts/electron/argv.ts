import { resolve } from 'node:path'

/** Switches that the system or Chromium adds are none of ours; what follows one of these is its value. */
const WITH_VALUE = new Set(['--library'])

/**
 * The folder or file that a start of the desktop program asks to open: `--library DIR`, or a path given by the system
 * for a file that was opened with Vidimus. Undefined where there is none.
 *
 * @param argv the arguments without the program, and in a checkout without the program's folder
 */
export function askedFor(argv: readonly string[], workingFolder: string): string | undefined {
  const at = argv.findIndex(argument => argument === '--library' || argument.startsWith('--library='))
  const named = at === -1 ? undefined : argv[at]!.startsWith('--library=') ? argv[at]!.slice('--library='.length) : argv[at + 1]
  const path = named || argv.find((argument, index) => !argument.startsWith('-') && !WITH_VALUE.has(argv[index - 1] ?? ''))
  return path === undefined || path === '' ? undefined : resolve(workingFolder, path)
}

/** What a person wrote, of a process's own arguments. */
export const ownArguments = (argv: readonly string[], packaged: boolean): string[] => argv.slice(packaged ? 1 : 2)
