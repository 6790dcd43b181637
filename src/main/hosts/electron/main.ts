/** Entry of the desktop host: one instance, locked-down windows, the engine in a utility process. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import { z } from 'zod'
import { toErrorData } from '../../../shared/errors'
import { programRoot } from '../../runtime/resources'
import { createHandlers } from '../../services/handlers'
import { programFolders } from '../../services/folders'
import { createServices } from '../../services/services'
import { recordCrash } from '../crashLog'
import { isPackage, libraryOf, openAtStart, openLibrary } from '../openLibrary'
import { Pages } from '../pages'
import { EnginePair } from '../worker/enginePair'
import { askedFor, ownArguments } from './argv'
import { survive } from './crashes'
import { lockDown, prepareScheme } from './lockdown'
import { keepMenu } from './menuKeeper'
import { electronPort } from './port'
import { startUtility } from './utility'
import { Windows, current } from './windows'

/** What a second start hands to the running program. */
const Handover = z.object({ open: z.string().optional() })

survive()
if (process.env.VIDIMUS_HOME) keepBelow(process.env.VIDIMUS_HOME)
const asked = askedFor(ownArguments(process.argv, app.getAppPath(), process.cwd()), process.cwd())

const engine = new EnginePair({ start: () => startUtility(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
const services = createServices(engine, electronPort)
const handlers = createHandlers(services)

/** What Electron itself remembers goes where the rest of this installation is. */
function keepBelow(home: string): void {
  const folder = join(home, 'desktop')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}

/** Files that macOS hands over before there is a window. */
let early: string | undefined

async function start(): Promise<void> {
  await app.whenReady()
  lockDown(Pages.open())
  const windows = new Windows(handlers, services.events)
  const open = (path: string): void => void openIn(windows, path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.on('second-instance', (_event, _argv, _folder, handover) => {
    windows.focus()
    const { data } = Handover.safeParse(handover)
    if (data?.open !== undefined) open(data.open)
  })
  app.on('activate', () => windows.focus())
  const first = early ?? asked
  await openAtStart(handlers, first !== undefined && isPackage(first) ? undefined : first)
  windows.focus()
  if (first !== undefined && isPackage(first)) importPackage(windows, first)
  keepMenu(handlers, services.events, { command: (command, id) => windows.command({ command, case: id }), openLibrary: open, newWindow: () => windows.open(), showLogs })
}

/** The window looks into it and asks before anything is taken in. */
const importPackage = (windows: Windows, path: string): void => windows.command({ command: 'import-package', source: { kind: 'path', path } })

/** Opens the library that a path belongs to, and says where that can't be done; a case package goes to the window. */
async function openIn(windows: Windows, path: string): Promise<void> {
  windows.focus()
  if (isPackage(path)) return importPackage(windows, path)
  try {
    await openLibrary(handlers, libraryOf(path))
    app.addRecentDocument(path)
    windows.command({ command: 'cases' })
  } catch (error) {
    const window = current()
    const box = { type: 'error' as const, message: 'The library could not be opened', detail: toErrorData(error).message }
    await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))
  }
}

function showLogs(): void {
  const { log } = programFolders()
  mkdirSync(log, { recursive: true })
  void shell.openPath(log)
}

let left = false

/** The library is closed before the program ends. */
function leave(event: { preventDefault(): void }): void {
  if (left) return
  left = true
  event.preventDefault()
  engine.close()
  void services.libraries.close().finally(() => app.quit())
}

function quitWith(error: unknown): void {
  const { message } = toErrorData(error)
  process.stderr.write(`vidimus: ${message}\n`)
  dialog.showErrorBox('Vidimus could not start', message)
  app.exit(1)
}

prepareScheme()
app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
app.on('will-quit', leave)
app.once('open-file', (event, path) => {
  event.preventDefault()
  early = path
})
if (app.requestSingleInstanceLock({ open: asked })) start().catch(quitWith)
else app.quit()
