import { afterEach, beforeEach, expect, test } from 'vitest'
import { Broadcast } from '../../../src/main/services/events'
import { createHandlers, type Handlers, type Services } from '../../../src/main/services/handlers'
import { ClientSession } from '../../../src/main/services/session'
import { Client, type Transport } from '../../../src/shared/ipc/client'
import type { SelfTestProgress, SelfTestResult } from '../../../src/shared/domain/selfTest'
import { VidimusError } from '../../../src/shared/errors'

const result: SelfTestResult = { ok: true, model: 'm', sha256: 's', provider: 'cpu', milliseconds: 1, relativeError: null, checks: [{ name: 'c', ok: true, detail: '', milliseconds: 1 }] }

let handlers: Handlers
let session: ClientSession
let client: Client

/** Client and session joined without a wire: the contract itself is what is tested here. */
beforeEach(() => {
  const events = new Broadcast()
  const engine = { call: () => Promise.reject(new Error('no engine in this test')) }
  // Calls that need a library or a host are tested elsewhere.
  handlers = createHandlers({ engine, events, keys: {} } as unknown as Services)
  const listeners = new Set<(message: unknown) => void>()
  session = new ClientSession(handlers, events, message => listeners.forEach(listener => listener(message)))
  const transport: Transport = {
    invoke: request => session.invoke(request),
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
  client = new Client(transport)
})
afterEach(() => session.close())

test('a call gives its checked result', async () => {
  expect(await client.call('app.about', {})).toMatchObject({ name: 'Vidimus', onnxruntime: '1.30.0', node: process.versions.node })
  expect((await client.call('model.list', {})).models).toHaveLength(3)
})

test('an error arrives with kind, code, message and detail', async () => {
  handlers['model.list'] = () => Promise.reject(new VidimusError('input', 'photo.no-face', 'No face.', { detail: { at: 1 } }))
  await expect(client.call('model.list', {})).rejects.toMatchObject({ name: 'VidimusError', kind: 'input', code: 'photo.no-face', message: 'No face.', detail: { at: 1 } })
})

test('what is not an error of ours arrives as a fault', async () => {
  await expect(client.call('engine.selfTest', {})).rejects.toMatchObject({ kind: 'fault', code: 'internal.unexpected' })
})

test('a job reports progress', async () => {
  handlers['engine.selfTest'] = async (_, { report }) => {
    report({ step: 'one', done: 0, total: 2 })
    report({ step: 'two', done: 1, total: 2 })
    return result
  }
  const seen: SelfTestProgress[] = []
  expect(await client.call('engine.selfTest', {}, { onProgress: progress => seen.push(progress) })).toEqual(result)
  expect(seen.map(({ step }) => step)).toEqual(['one', 'two'])
})

const untilAborted: Handlers['engine.selfTest'] = (_, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new VidimusError('cancelled', 'job.cancelled', 'Stopped.'))))

test('aborting cancels the job', async () => {
  handlers['engine.selfTest'] = untilAborted
  const controller = new AbortController()
  const run = client.call('engine.selfTest', {}, { signal: controller.signal })
  controller.abort()
  await expect(run).rejects.toMatchObject({ kind: 'cancelled' })
  await expect(client.call('engine.selfTest', {}, { signal: controller.signal })).rejects.toMatchObject({ kind: 'cancelled' })
})

test('closing the session cancels its jobs', async () => {
  handlers['engine.selfTest'] = untilAborted
  const run = client.call('engine.selfTest', {})
  session.close()
  await expect(run).rejects.toMatchObject({ kind: 'cancelled' })
})

test('a result that breaks the contract does not pass', async () => {
  handlers['engine.selfTest'] = () => Promise.resolve({ ...result, ok: 'yes' } as never)
  await expect(client.call('engine.selfTest', {})).rejects.toMatchObject({ kind: 'fault', code: 'call.bad-output' })
})

test.each([
  [{ name: 'app.quit', input: {} }, 'call.unknown'],
  [{ name: 'constructor', input: {} }, 'call.unknown'],
  [{ name: 'job.cancel', input: {} }, 'call.invalid'],
  [{ input: {} }, 'call.invalid'],
  ['nonsense', 'call.invalid']
])('the request %j is refused: %s', async (request, code) => {
  expect(await session.invoke(request)).toMatchObject({ ok: false, error: { kind: 'usage', code } })
})

test('cancelling a job that is not there says so', async () => {
  expect(await client.call('job.cancel', { job: 'none' })).toEqual({ found: false })
})
