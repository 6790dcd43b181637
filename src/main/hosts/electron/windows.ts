import { join } from 'node:path'
import { BrowserWindow, app, ipcMain, nativeTheme, type BrowserWindowConstructorOptions, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { VidimusError } from '../../../shared/errors'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../../shared/ipc/channels'
import type { EventMessage, EventPayload } from '../../../shared/ipc/contract'
import { fail } from '../../../shared/ipc/reply'
import { programRoot } from '../../runtime/resources'
import type { Broadcast } from '../../services/events'
import type { Handlers } from '../../services/handlers'
import { ClientSession } from '../../services/session'
import { ORIGIN, isOwn } from './origin'

/** The program's windows: each is locked down, remembers its place, and has a session of the contract of its own. */
export class Windows {
  readonly #sessions = new Map<WebContents, ClientSession>()
  readonly #names = new Set<string>()

  constructor(
    private readonly handlers: Handlers,
    private readonly events: Broadcast
  ) {
    ipcMain.handle(INVOKE_CHANNEL, (event, request: unknown) => {
      const session = isOwnPage(event) ? this.#sessions.get(event.sender) : undefined
      return session ? session.invoke(request) : fail(stranger(event))
    })
  }

  open(): BrowserWindow {
    const name = this.#takeName()
    const window = new BrowserWindow(optionsOf(name))
    window.once('closed', () => this.#names.delete(name))
    window.once('ready-to-show', () => window.show())
    this.#serve(window)
    void window.loadURL(`${ORIGIN}/`)
    return window
  }

  /** Brings a window to the front; opens one where there is none. */
  focus(): BrowserWindow {
    const window = current() ?? this.open()
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  /** To the window a person works in. */
  command(payload: EventPayload<'host.command'>): void {
    const { webContents } = this.focus()
    const send = (): void => emitTo(webContents, { event: 'host.command', payload })
    if (webContents.isLoading()) webContents.once('did-finish-load', send)
    else send()
  }

  /** A window's place is remembered by its name: the first, the second ... */
  #takeName(): string {
    let number = 1
    while (this.#names.has(`window-${number}`)) number++
    this.#names.add(`window-${number}`)
    return `window-${number}`
  }

  /** A reload is a new client: the jobs of the page before it are cancelled. */
  #serve({ webContents }: BrowserWindow): void {
    const begin = (): void => {
      this.#sessions.get(webContents)?.close()
      this.#sessions.set(webContents, new ClientSession(this.handlers, this.events, message => emitTo(webContents, message)))
    }
    begin()
    webContents.on('did-navigate', begin)
    webContents.on('render-process-gone', () => this.#sessions.get(webContents)?.close())
    webContents.on('destroyed', () => {
      this.#sessions.get(webContents)?.close()
      this.#sessions.delete(webContents)
    })
  }
}

export const current = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

function emitTo(webContents: WebContents, message: EventMessage): void {
  if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send(EVENT_CHANNEL, message)
}

const optionsOf = (name: string): BrowserWindowConstructorOptions => ({
  name,
  windowStatePersistence: true,
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
    devTools: !app.isPackaged,
    spellcheck: false
  }
})

/** Only the window's own top frame, showing our own page, may call. */
const isOwnPage = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean => senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url)

const stranger = ({ senderFrame }: IpcMainInvokeEvent): VidimusError =>
  new VidimusError('usage', 'call.stranger', `A call from ${senderFrame?.url ?? 'a frame that is gone'} was refused: only the Vidimus window may call.`)
