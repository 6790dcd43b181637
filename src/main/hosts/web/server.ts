import { createServer } from 'node:http'
import { join } from 'node:path'
import { programRoot } from '../../runtime/resources'
import { createHandlers } from '../../services/handlers'
import { programFolders } from '../../services/folders'
import { createServices } from '../../services/services'
import { recordCrash } from '../crashLog'
import { openAtStart } from '../openLibrary'
import { Pages } from '../pages'
import { EnginePair } from '../worker/enginePair'
import { forkEngine } from '../worker/fork'
import { answer } from './answer'
import { Downloads } from './downloads'
import { Guard } from './guard'
import { listenWhereItDid } from './listen'
import { webPort } from './port'
import { acceptSockets } from './sockets'
import { Uploads, type UploadLimits } from './uploads'
import { Windows } from './windows'

export interface WebHostOptions {
  /** By default the port of the last time, so that the browser finds what it keeps of the window (its colours, drafts); where that is taken, any free one. */
  port?: number | undefined
  /** The library to open, made where there is none yet; else VIDIMUS_LIBRARY, else the one used last. */
  library?: string | undefined
}

export interface WebHost {
  /** The address to open, with its token: whoever has it can use the workstation. */
  address: string
  /** The engine process's id while one runs. */
  enginePid(): number | undefined
  close(): Promise<void>
}

/** Whoever begins a request and does not go on is cut off, so that connections can't be used up. */
export const TIMEOUTS = { connectionsCheckingInterval: 2000, headersTimeout: 5000, requestTimeout: 600_000 }

const LIMITS: UploadLimits = {
  // Case packages hold many photos; what is too large for a photo is told when it is taken in.
  maxFileBytes: 32 * 1024 ** 3,
  maxPendingBytes: 32 * 1024 ** 3,
  maxPendingFiles: 20_000,
  reserveBytes: 512 * 1024 ** 2,
  stalledMs: 30_000
}

/** How long a download is kept for the browser that was told its address. */
const DOWNLOAD_MS = 10 * 60_000

/**
 * Serves the workstation to a browser on this machine: 127.0.0.1 alone, behind a random token.
 *
 * @throws VidimusError `web.port` (usage) when the port can't be had, `window.not-built` (fault)
 */
export async function startWebHost({ port, library }: WebHostOptions = {}): Promise<WebHost> {
  const folders = programFolders()
  const guard = new Guard()
  const pages = Pages.open()
  const server = createServer(TIMEOUTS)
  guard.listenOn(await listenWhereItDid(server, port, join(folders.data, 'web.json')))
  const uploads = new Uploads(folders.uploads, LIMITS)
  const downloads = new Downloads(DOWNLOAD_MS)
  const windows = new Windows(window => void uploads.dropWindow(window))
  const engine = new EnginePair({ start: () => forkEngine(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
  const services = createServices(engine, webPort(uploads, downloads, LIMITS.maxFileBytes))
  const handlers = createHandlers(services)
  await openAtStart(handlers, library)
  server.on('request', (request, response) => void answer(request, response, { guard, pages, uploads, downloads, windows }))
  const sockets = acceptSockets(server, guard, { handlers, events: services.events, windows })
  // Whatever ends the program, what was uploaded, or waits to be downloaded, does not stay behind.
  const removeFiles = (): void => {
    uploads.close()
    downloads.close()
  }
  process.once('exit', removeFiles)
  return {
    address: guard.address,
    enginePid: () => engine.pid,
    close: async () => {
      engine.close()
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await services.libraries.close()
      removeFiles()
      process.off('exit', removeFiles)
    }
  }
}
