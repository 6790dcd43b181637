/** Entry of the desktop host: one instance, one locked-down window, the engine in a utility process. */
import { join } from 'node:path'
import { BrowserWindow, app, dialog, nativeTheme } from 'electron'
import { toErrorData } from '../../../shared/errors'
import { programRoot } from '../../runtime/resources'
import { createHandlers } from '../../services/handlers'
import { createServices } from '../../services/services'
import { recordCrash } from '../crashLog'
import { Pages } from '../pages'
import { EnginePair } from '../worker/enginePair'
import { lockDown, prepareScheme } from './lockdown'
import { ORIGIN } from './origin'
import { electronPort } from './port'
import { serveWindow } from './serveWindow'
import { startUtility } from './utility'

const engine = new EnginePair({ start: () => startUtility(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
const services = createServices(engine, electronPort)
const handlers = createHandlers(services)

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    title: 'Vidimus',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    show: false,
    webPreferences: {
      preload: join(programRoot(), 'out/preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  window.once('ready-to-show', () => window.show())
  serveWindow(window, handlers, services.events)
  void window.loadURL(`${ORIGIN}/`)
  return window
}

async function start(): Promise<void> {
  await app.whenReady()
  lockDown(Pages.open())
  openWindow()
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
}

function quitWith(error: unknown): void {
  const { message } = toErrorData(error)
  process.stderr.write(`vidimus: ${message}\n`)
  dialog.showErrorBox('Vidimus could not start', message)
  app.exit(1)
}

prepareScheme()
app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
app.on('will-quit', () => engine.close())
if (app.requestSingleInstanceLock()) start().catch(quitWith)
else app.quit()
