import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { programFolders } from '../../../src/main/services/folders'
import { createHandlers } from '../../../src/main/services/handlers'
import { createServices } from '../../../src/main/services/services'
import { ClientSession } from '../../../src/main/services/session'
import { Client } from '../../../src/shared/ipc/client'
import { startHost, type RunningHost } from '../../e2e/webHost'
import { fakeHost, startEngine } from '../../services/support'
import { buildCli } from '../../support/cli'
import { checks } from '../../support/conformance/conformance'
import { makePhotos } from '../../support/conformance/photos'
import type { Door, Place } from '../../support/conformance/place'
import { openWebDoor } from '../../support/webDoor'

const work = mkdtempSync(join(tmpdir(), 'vidimus-conformance-'))
let photos: string[]
beforeAll(async () => {
  await buildCli()
  photos = await makePhotos(work, 12)
})
afterAll(() => rmSync(work, { recursive: true }))

function conformance(open: () => Promise<Door>, name: string): void {
  for (const check of checks)
    test(check.name, async () => {
      const place: Place = { open, libraryFolder: join(work, name), photos, skipped: [] }
      await check.run(place)
    })
}

describe('the session itself', () => {
  const engine = startEngine()
  const services = createServices(engine, fakeHost(new Map(), work), programFolders(join(work, 'home')))
  const handlers = createHandlers(services)
  afterAll(async () => {
    engine.close()
    await services.libraries.close()
  })

  conformance(async () => {
    const listeners = new Set<(message: unknown) => void>()
    const session = new ClientSession(handlers, services.events, message => listeners.forEach(listener => listener(message)))
    const client = new Client({
      invoke: request => session.invoke(request),
      subscribe: listener => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
    })
    return { client, raw: request => session.invoke(request), source: async file => ({ kind: 'path', path: file }), close: async () => session.close() }
  }, 'direct')
})

describe('the web host, over WebSocket and uploads', () => {
  let host: RunningHost
  beforeAll(async () => {
    host = await startHost({ VIDIMUS_HOME: join(work, 'web home') })
  })
  afterAll(() => host.stop())

  conformance(() => openWebDoor(host.address), 'web')
})
