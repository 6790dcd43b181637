/** The bridge into the sandboxed window: three functions, and nothing else of Electron or Node. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../shared/ipc/channels'

contextBridge.exposeInMainWorld('vidimus', {
  invoke: (request: unknown): Promise<unknown> => ipcRenderer.invoke(INVOKE_CHANNEL, request),
  subscribe: (listener: (message: unknown) => void): (() => void) => {
    // The event object gives access to the sender: it stays on this side.
    const forward = (_event: unknown, message: unknown): void => listener(message)
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, forward)
  },
  // Only for a file that a person dropped or chose: a page can't make a File that has a path.
  pathOf: (file: Parameters<typeof webUtils.getPathForFile>[0]): string => webUtils.getPathForFile(file)
})
