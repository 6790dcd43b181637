import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { VidimusError } from '../../../shared/errors'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../../shared/ipc/channels'
import { fail } from '../../../shared/ipc/reply'
import type { Broadcast } from '../../services/events'
import type { Handlers } from '../../services/handlers'
import { ClientSession } from '../../services/session'
import { isOwn } from './origin'

/** Serves the contract to one window. A reload is a new client: the jobs of the page before it are cancelled. */
export function serveWindow(window: BrowserWindow, handlers: Handlers, events: Broadcast): void {
  const { webContents } = window
  const open = (): ClientSession => new ClientSession(handlers, events, message => !webContents.isDestroyed() && webContents.send(EVENT_CHANNEL, message))
  let session = open()

  ipcMain.handle(INVOKE_CHANNEL, (event, request: unknown) => (isFrom(window, event) ? session.invoke(request) : fail(stranger(event))))
  webContents.on('did-navigate', () => {
    session.close()
    session = open()
  })
  webContents.on('destroyed', () => {
    session.close()
    ipcMain.removeHandler(INVOKE_CHANNEL)
  })
}

/** Only the window's own top frame, showing our own page, may call. */
const isFrom = (window: BrowserWindow, { sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  sender === window.webContents && senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url)

const stranger = ({ senderFrame }: IpcMainInvokeEvent): VidimusError =>
  new VidimusError('usage', 'call.stranger', `A call from ${senderFrame?.url ?? 'a frame that is gone'} was refused: only the Vidimus window may call.`)
