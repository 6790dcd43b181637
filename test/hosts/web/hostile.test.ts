import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeFrame } from '../../../src/shared/ipc/frame'
import { startHost, type RunningHost } from '../../e2e/webHost'
import { buildCli, demo } from '../../support/cli'
import { makePhotos } from '../../support/conformance/photos'
import { openWebDoor } from '../../support/webDoor'

const work = mkdtempSync(join(tmpdir(), 'vidimus-hostile-'))
let host: RunningHost
beforeAll(async () => {
  await buildCli()
  host = await startHost({ VIDIMUS_LIBRARY: join(work, 'library') })
})
afterAll(async () => {
  await host.stop()
  rmSync(work, { recursive: true })
})

const MB = 1024 * 1024

/** The host answers a window as if nothing had happened. */
async function stillServes(): Promise<void> {
  const door = await openWebDoor(host.address)
  expect((await door.client.call('library.status', {})).open?.mode).toBe('write')
  await door.close()
}

const open = async (): Promise<Awaited<ReturnType<typeof openWebDoor>>> => {
  const door = await openWebDoor(host.address)
  door.socket.on('error', () => undefined)
  onTestFinished(() => door.socket.terminate())
  return door
}

/** How the host ends a connection after it was sent something. */
async function endAfter(message: Uint8Array | string): Promise<number> {
  const { socket } = await open()
  const ended = new Promise<number>(resolve => socket.once('close', resolve))
  socket.send(message)
  return ended
}

describe('frames', () => {
  test('one that is larger than any message is refused before it is read', async () => {
    expect(await endAfter(new Uint8Array(65 * MB))).toBe(1009)
    await stillServes()
  })

  test('a huge one within the limit costs its sender the connection at most', async () => {
    const nested = Buffer.from(`{"value":${'['.repeat(10 * MB)}${']'.repeat(10 * MB)},"arrays":[]}`)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(nested.length)
    expect(await endAfter(Buffer.concat([length, nested]))).toBe(1008)
    await stillServes()
  })

  test('text is no frame', async () => {
    expect(await endAfter('{"id":1,"request":{"name":"app.about","input":{}}}')).toBe(1008)
  })

  test('a deep input is refused in words', async () => {
    const { raw } = await open()
    let input: unknown = 1
    for (let depth = 0; depth < 2000; depth++) input = [input]
    expect(await raw({ name: 'case.get', input: { id: input } })).toMatchObject({ ok: false, error: { code: 'call.invalid' } })
    await stillServes()
  })

  test('damaged ones are refused or answered, and the host goes on', async () => {
    const good = Buffer.from(encodeFrame({ id: 1, request: { name: 'case.list', input: { text: 'x', arrays: [new Float32Array(4), new Uint8Array(3)] } } }))
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    const frames = fc.sample(fc.oneof(fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)), damage.map(changes => {
      const frame = Buffer.from(good)
      for (const [at, value] of changes) frame[at] = value
      return frame
    })), { numRuns: 300, seed: 7 })
    const outcomes = await Promise.all(chunks(frames, 20).map(sendEach))
    expect(outcomes.flat().every(code => code === 1008 || code === 'answered')).toBe(true)
    await stillServes()
  })

  test.each([['__proto__'], ['constructor'], ['value', '__proto__', 'polluted']])('an array can’t be put at %j', async (...path) => {
    const json = Buffer.from(JSON.stringify({ value: { id: 1, request: null }, arrays: [{ path, type: 'Uint8Array', length: 1 }] }))
    const frame = Buffer.alloc(4 + json.length + 16)
    frame.writeUInt32LE(json.length)
    json.copy(frame, 4)
    expect(await endAfter(frame)).toBe(1008)
    await stillServes()
  })
})

const chunks = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/** Sends frames one after the other; a connection that the host ended is opened again. */
async function sendEach(frames: readonly Buffer[]): Promise<(number | 'answered')[]> {
  const outcomes: (number | 'answered')[] = []
  for (const frame of frames) {
    const { socket } = await open()
    outcomes.push(await new Promise(resolve => {
      socket.once('close', resolve).once('message', () => resolve('answered'))
      socket.send(frame)
    }))
    socket.terminate()
  }
  return outcomes
}

describe('connections', () => {
  test('two hundred windows at once are all served', async () => {
    const doors = await Promise.all(Array.from({ length: 200 }, open))
    const answers = await Promise.all(doors.map(({ client }) => client.call('library.status', {})))
    expect(answers.every(({ open }) => open?.mode === 'write')).toBe(true)
    await Promise.all(doors.map(({ close }) => close()))
  })

  test('more windows than any person opens are refused, and room comes back', async () => {
    const doors = await Promise.allSettled(Array.from({ length: 300 }, open))
    const opened = doors.flatMap(door => (door.status === 'fulfilled' ? [door.value] : []))
    expect(opened.length).toBeGreaterThan(200)
    expect(opened.length).toBeLessThanOrEqual(256)
    await Promise.all(opened.map(({ close }) => close()))
    await stillServes()
  })

  test('requests that never end are cut off, and others are answered meanwhile', async () => {
    const slow = Array.from({ length: 100 }, () => connect(host.port, '127.0.0.1'))
    const ends = slow.map(socket => new Promise<void>(resolve => socket.on('error', () => undefined).once('close', () => resolve())))
    const drip = setInterval(() => slow.forEach(socket => socket.writable && socket.write('X-A: b\r\n')), 500)
    onTestFinished(() => clearInterval(drip))
    for (const socket of slow) socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n`)
    await stillServes()
    await Promise.all(ends)
  })

  test('bytes that are no HTTP end the connection alone', async () => {
    const answers = await Promise.all(['\0\0\0\0\r\n\r\n', 'GET\r\n\r\n', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`, '\x16\x03\x01\x02\x00\x01'].map(sendBytes))
    expect(answers.every(text => text === '' || /^HTTP\/1.1 4/.test(text))).toBe(true)
    await stillServes()
  })

  test('a window that reads nothing is cut off before it fills the memory', async () => {
    const door = await open()
    const { id } = await door.client.call('case.createSample', { photos: [await door.source(demo(2))] })
    const [exhibit] = (await door.client.call('exhibit.list', { case: id })).rows
    const { bytes } = await door.client.call('exhibit.image', { id: exhibit!.id, size: 'view' })
    const socket = (door.socket as unknown as { _socket: Socket })._socket
    const ended = new Promise<number>(resolve => door.socket.once('close', resolve))
    socket.pause()
    const calls = Math.ceil((400 * MB) / bytes.length)
    for (let call = 0; call < calls; call++) door.socket.send(encodeFrame({ id: 1000 + call, request: { name: 'exhibit.image', input: { id: exhibit!.id, size: 'view' } } }))
    await stillServes()
    socket.resume()
    expect(await ended).toBe(1006)
    expect(memoryOf(host.process.pid!)).toBeLessThan(1500 * MB)
  })
})

function sendBytes(bytes: string): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    const socket = connect(host.port, '127.0.0.1', () => socket.end(bytes, 'latin1'))
    socket.setEncoding('latin1').on('data', (part: string) => (text += part)).on('error', () => undefined).on('close', () => resolve(text))
  })
}

/** Resident memory of a process, bytes; 0 where /proc does not tell. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}

describe.skipIf(process.platform !== 'linux')('the engine is killed (Linux: its process is found through /proc)', () => {
  const children = (): number[] => readFileSync(`/proc/${host.process.pid}/task/${host.process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

  test('in the middle of an import: the import goes on, and says which photo was lost', async () => {
    const door = await open()
    const photos = await makePhotos(work, 8)
    const { id } = await door.client.call('case.create', { number: 'killed', title: '', purpose: 'A test', examiner: 'A. Examiner' })
    const files = await Promise.all(photos.map(file => door.source(file)))
    let killed = false
    const report = await door.client.call('exhibit.import', { case: id, files }, { onProgress: ({ done }) => {
      if (killed || done < 2) return
      killed = true
      for (const pid of children()) process.kill(pid, 'SIGKILL')
    } })
    expect(killed).toBe(true)
    expect([report.imported.length, report.refused, report.cancelled]).toEqual([8, [], 0])
    const failed = report.imported.filter(({ analysis }) => analysis.state === 'failed')
    expect(failed.length).toBeLessThanOrEqual(2)
    for (const { id } of failed) expect((await door.client.call('exhibit.analyse', { id })).faces).toHaveLength(1)
    expect((await door.client.call('library.verifyEvidence', { case: id })).failed).toEqual([])
    await door.close()
  })
})

test('what a killed host had been sent is deleted when it starts again', async () => {
  const home = join(work, 'home')
  const first = await startHost({ VIDIMUS_HOME: home })
  const door = await openWebDoor(first.address)
  door.socket.on('error', () => undefined)
  await door.source(demo(1))
  const folders = readdirSync(join(home, 'uploads'))
  expect(readdirSync(join(home, 'uploads', folders[0]!))).toHaveLength(1)
  first.process.kill('SIGKILL')
  await new Promise(resolve => first.process.once('exit', resolve))
  const second = await startHost({ VIDIMUS_HOME: home })
  expect(readdirSync(join(home, 'uploads'))).not.toContain(folders[0])
  await second.stop()
  expect(readdirSync(join(home, 'uploads'))).toEqual([])
})

test('a WebSocket at another path, or of a window without a name, is refused', async () => {
  const { origin, port, searchParams } = new URL(host.address)
  const headers = { Origin: origin, Cookie: `vidimus-${port}=${searchParams.get('token')}` }
  for (const path of ['/', '/socket', '/socket?window=', '/socket?window=a/b/../../../../etc/pas', '/other?window=abcdefghijklmnopqrst', '/socket/..?window=abcdefghijklmnopqrst']) {
    const outcome = await new Promise(resolve => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
      socket.once('open', () => resolve('open')).once('error', error => resolve(error.message))
    })
    expect(outcome, path).toContain('404')
  }
})
