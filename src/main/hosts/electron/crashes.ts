import { BrowserWindow, app, dialog, type RenderProcessGoneDetails, type WebContents } from 'electron'
import { recordFault } from '../faultLog'

/** A page that dies this often in a minute is not loaded again without asking. */
const MAX_RELOADS = 3
const MINUTE_MS = 60_000

/**
 * What happens when something dies. Whatever the program acknowledged is in the library on disk, so nothing of that is
 * lost: a window's page is loaded again, and a fault of the main process ends the program with its record named.
 */
export function survive(): void {
  process.on('uncaughtException', error => endWith(error))
  process.on('unhandledRejection', reason => endWith(reason))
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && details.reason !== 'killed') recordFault({ what: 'child-process-gone', message: `${details.name ?? details.type}: ${details.reason}`, details })
  })
  const deaths = new WeakMap<WebContents, number[]>()
  app.on('render-process-gone', (_event, contents, details) => {
    if (details.reason === 'clean-exit') return
    recordFault({ what: 'render-process-gone', message: `the window's process ended: ${details.reason}`, details })
    const recent = [...(deaths.get(contents) ?? []).filter(at => Date.now() - at < MINUTE_MS), Date.now()]
    deaths.set(contents, recent)
    const window = BrowserWindow.fromWebContents(contents)
    if (window) void reload(window, recent.length > MAX_RELOADS, details)
  })
}

async function reload(window: BrowserWindow, ask: boolean, { reason }: RenderProcessGoneDetails): Promise<void> {
  if (!ask) return window.reload()
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped several times within a minute.',
    detail: `The last reason was "${reason}". What you saved is in the library. Restart the computer's graphics driver or the computer if it goes on.`,
    buttons: ['Load it again', 'Quit'],
    defaultId: 0,
    cancelId: 1
  })
  if (response === 0) window.reload()
  else app.quit()
}

let ending = false

/** The main process can't go on after an error nobody expected: it says so, and starts anew if that is wanted. */
function endWith(error: unknown): void {
  const file = recordFault({ what: 'main', message: error instanceof Error ? error.message : String(error), details: error instanceof Error ? error.stack : undefined })
  if (ending) return
  ending = true
  const message = `Vidimus met an error that it did not expect, and has to end. What you saved is in the library.\n\n${error instanceof Error ? error.message : String(error)}\n\nRecorded in ${file}`
  if (!app.isReady()) dialog.showErrorBox('Vidimus has to end', message)
  else if (dialog.showMessageBoxSync({ type: 'error', message: 'Vidimus has to end', detail: message, buttons: ['Start again', 'Quit'], defaultId: 0, cancelId: 1 }) === 0) app.relaunch()
  app.exit(1)
}
