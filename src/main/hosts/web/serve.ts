import { usageError } from '../../../shared/errors'
import { recordFault } from '../faultLog'
import { isPackage } from '../openLibrary'
import { openInBrowser } from './browser'
import { startWebHost, type WebHostOptions } from './server'

export interface ServeOptions extends WebHostOptions {
  /** Opens the address in this user's browser. */
  open?: boolean | undefined
}

/**
 * Serves until a signal ends it. Prints the address, alone on a line.
 * @throws VidimusError `library.package` (usage), and as `startWebHost`
 */
export async function serve({ open = false, ...options }: ServeOptions): Promise<void> {
  const { library } = options
  if (library !== undefined && isPackage(library))
    throw usageError('library.package', `"${library}" is a case package, not a library. Start without it and import it on the cases screen, or look into it with "vidimus verify".`)
  process.on('uncaughtException', endWith)
  process.on('unhandledRejection', endWith)
  const host = await startWebHost(options)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The command line ends at once at a signal; here there are windows to tell and a library to close.
    process.removeAllListeners(signal)
    process.once(signal, () => void host.close().then(() => process.exit()))
  }
  process.stdout.write(`${host.address}\n`)
  if (open) openInBrowser(host.address)
}

/** After an error nobody expected nothing is certain any more; what was saved is in the library. */
function endWith(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  recordFault({ what: 'web', message: `Vidimus met an error that it did not expect, and ends: ${message}`, details: error instanceof Error ? error.stack : undefined })
  process.exit(1)
}
