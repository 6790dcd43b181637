import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { WorkProgress } from '../../src/shared/domain/common'
import { usageError } from '../../src/shared/errors'
import type { CallInput, CallName, Output } from '../../src/shared/ipc/contract'
import { Client } from '../../src/shared/ipc/client'
import { EngineProcess } from '../../src/main/hosts/worker/engineProcess'
import { forkEngine } from '../../src/main/hosts/worker/fork'
import { programFolders } from '../../src/main/services/folders'
import { createHandlers, type Services } from '../../src/main/services/handlers'
import type { HostPort } from '../../src/main/services/host'
import { createServices } from '../../src/main/services/services'
import { ClientSession } from '../../src/main/services/session'

const ROOT = join(import.meta.dirname, '../..')
process.env.VIDIMUS_CACHE_DIR = join(ROOT, 'test-results/cli-cache')

/** The built engine in a process of its own; `buildCli` first. */
export const startEngine = (): EngineProcess => new EngineProcess({ start: () => forkEngine(join(ROOT, 'out/main/engine.js')) })

export interface Workstation {
  services: Services
  /** A folder of this test's own. */
  folder: string
  /** Files "uploaded" to the faked host, by id: an upload that is dropped is gone from here. */
  uploads: Map<string, string>
  /** Where the faked host keeps a copy of each file that was handed out, by its name. */
  delivered: string
  call<N extends CallName>(name: N, input: CallInput<N>, options?: { report?: (progress: WorkProgress) => void; signal?: AbortSignal }): Promise<Output<N>>
}

/** All of the program but its host and its window, over a library of its own; calls go through the contract. @param atEnd told what is to be done when it is no longer wanted: after the test that starts it */
export async function startWorkstation(engine: EngineProcess, host: Partial<HostPort> = {}, atEnd: (work: () => Promise<void>) => void = onTestFinished): Promise<Workstation> {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-desk-'))
  const uploads = new Map<string, string>()
  const delivered = join(folder, 'delivered')
  mkdirSync(delivered)
  const services = createServices(engine, { ...fakeHost(uploads, delivered), ...host }, programFolders(folder))
  const listeners = new Set<(message: unknown) => void>()
  const session = new ClientSession(createHandlers(services), services.events, message => listeners.forEach(listener => listener(message)))
  const client = new Client({
    invoke: request => session.invoke(request),
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  })
  atEnd(async () => {
    session.close()
    await services.libraries.close()
    rmSync(folder, { recursive: true })
  })
  const call: Workstation['call'] = (name, input, { report, signal } = {}) =>
    client.call(name, input, { ...(report && { onProgress: progress => report(progress as WorkProgress) }), ...(signal && { signal }) })
  await call('library.open', { folder: join(folder, 'library'), create: true })
  return { services, folder, uploads, delivered, call }
}

/** @param delivered an empty folder for what is handed out */
export const fakeHost = (uploads: Map<string, string>, delivered: string): HostPort => ({
  info: () => ({ kind: 'web', dialogs: false, upload: { path: '/upload', maxFileBytes: 1e9 }, developmentPhotos: true }),
  pick: () => Promise.resolve([]),
  upload(id) {
    const path = uploads.get(id)
    if (path === undefined) throw usageError('upload.unknown', `There is no upload "${id}".`)
    return { path, size: 0 }
  },
  dropUpload(id) {
    uploads.delete(id)
    return Promise.resolve()
  },
  deliver({ path, name, temporary }) {
    const to = join(delivered, name)
    copyFileSync(path, to)
    if (temporary) rmSync(path)
    return Promise.resolve({ kind: 'saved', path: to })
  },
  allowsPaths: true
})

export const newCase = async (at: Workstation, number = '2025-1'): Promise<string> =>
  (await at.call('case.create', { number, title: '', purpose: 'A test', examiner: 'A. Examiner' })).id
