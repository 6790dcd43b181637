import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { Uploads } from '../../../src/main/hosts/web/uploads'
import { WINDOW, errorOf, smallHost, uploadOf, type SmallHost } from './smallHost'

let host: SmallHost | undefined
const start = async (...options: Parameters<typeof smallHost>): Promise<SmallHost> => (host = await smallHost(...options))
afterEach(async () => {
  await host?.close()
  host = undefined
})

const random = (bytes: number): Buffer => Buffer.from(Uint8Array.from({ length: bytes }, (_, index) => (index * 2654435761) >>> 24))

/** Names of the files in the folder of the running process. */
async function stored({ uploads }: SmallHost, id: string): Promise<string[]> {
  return readdir(dirname(uploads.get(id).path))
}

describe('a file that is sent', () => {
  test('is stored byte for byte, in a folder for this user alone', async () => {
    const { put, uploads } = await start()
    const body = random(700_001)
    const answered = await put(body)
    expect(answered.status).toBe(201)
    const { path, size } = uploads.get(uploadOf(answered))
    expect(size).toBe(body.length)
    expect((await readFile(path)).equals(body)).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
  })

  test('may be empty: what it is is judged when it is imported', async () => {
    const { put, uploads } = await start()
    expect(uploads.get(uploadOf(await put(Buffer.alloc(0)))).size).toBe(0)
  })

  test('is deleted when its window does not want it any more', async () => {
    const { put, send, good, uploads } = await start()
    const id = uploadOf(await put(random(10)))
    const { path } = uploads.get(id)
    expect(await send(`/upload/${id}?window=${WINDOW}`, 'DELETE', good)).toMatchObject({ status: 201 })
    expect(existsSync(path)).toBe(false)
    expect(() => uploads.get(id)).toThrow(/Add the file again/)
    expect(await send(`/upload/${id}?window=${WINDOW}`, 'DELETE', good)).toMatchObject({ status: 201 })
  })

  test('goes with its window, and no other window’s does', async () => {
    const { put, send, good, uploads, windows } = await start()
    const id = uploadOf(await put(random(10)))
    windows.enter('another-window-here')
    const other = uploadOf(await send('/upload?window=another-window-here', 'PUT', good, random(10)))
    windows.leave(WINDOW)
    await expect.poll(() => windows.has(WINDOW)).toBe(false)
    expect(() => uploads.get(id)).toThrow()
    expect(uploads.get(other).size).toBe(10)
  })

  test('stays while its window reconnects', async () => {
    const { put, uploads, windows } = await start({}, 100)
    const id = uploadOf(await put(random(10)))
    windows.leave(WINDOW)
    windows.enter(WINDOW)
    await new Promise(resolve => setTimeout(resolve, 250))
    expect(uploads.get(id).size).toBe(10)
  })
})

describe('limits', () => {
  test('a file that is too large is refused before it is read, in words', async () => {
    const { begin, good } = await start()
    const { request, answered } = begin(`/upload?window=${WINDOW}`, 'PUT', { ...good, 'Content-Length': String((1 << 20) + 1) }, null)
    const answer = await answered
    request.destroy()
    expect(answer.status).toBe(413)
    expect(errorOf(answer)).toMatchObject({ kind: 'input', code: 'upload.too-large', message: expect.stringContaining('1 MB is the limit') as string })
  })

  test('the whole body of a refused file may come, and the answer still arrives', async () => {
    const { put } = await start()
    expect(await put(Buffer.alloc(8 << 20))).toMatchObject({ status: 413 })
  })

  test('too many files that wait are refused until one is imported', async () => {
    const { put, uploads } = await start({ maxPendingFiles: 2 })
    const first = uploadOf(await put(random(1)))
    await put(random(1))
    const refused = await put(random(1))
    expect(refused.status).toBe(429)
    expect(errorOf(refused)).toMatchObject({ code: 'upload.too-many' })
    await uploads.drop(first)
    expect(await put(random(1))).toMatchObject({ status: 201 })
  })

  test('many files at once count while they still come in', async () => {
    const { put } = await start({ maxPendingBytes: 2_500_000 })
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(Buffer.alloc(1_000_000))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429])
  })

  test.each([
    ['no length', { 'Transfer-Encoding': 'chunked' }, 411],
    ['two kinds of length', { 'Transfer-Encoding': 'chunked', 'Content-Length': '5' }, 400],
    ['a negative length', { 'Content-Length': '-5' }, 400],
    ['a length that is no number', { 'Content-Length': '5, 6' }, 400]
  ])('%s is refused', async (_name, headers, status) => {
    const { begin, good } = await start()
    const { request, answered } = begin(`/upload?window=${WINDOW}`, 'PUT', { ...good, ...headers }, null)
    const outcome = await answered.then(answer => answer.status, (error: Error) => error.message)
    request.destroy()
    expect(outcome).toBe(status)
  })

  test('a disk with too little space left is told as such, and nothing is stored', async () => {
    const { put } = await start({ reserveBytes: 2 ** 60 })
    const refused = await put(random(10))
    expect(refused.status).toBe(507)
    expect(errorOf(refused)).toMatchObject({ kind: 'fault', code: 'upload.disk-full', message: expect.stringContaining('Free some space') as string })
  })

  test('a disk that fills up in the middle is told as such, and nothing stays', async context => {
    const disk = await mkdtemp(join(tmpdir(), 'vidimus-disk-'))
    onTestFinished(() => rm(disk, { recursive: true, force: true }))
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]).status !== 0) context.skip('no right to mount a small disk')
    onTestFinished(() => void execFileSync('umount', ['-l', disk]))
    const { put } = await start({ reserveBytes: -(2 ** 60) }, 50, disk)
    const refused = await put(random(1_000_000))
    expect(refused.status).toBe(507)
    expect(errorOf(refused).message).toContain('the disk is full')
    const [folder] = await readdir(disk)
    expect(await readdir(join(disk, folder!))).toEqual([])
    expect(await put(random(1000))).toMatchObject({ status: 201 })
  })
})

describe('an upload that does not end', () => {
  test('leaves no file when it is aborted midway', async () => {
    const running = await start()
    const { begin, good, put } = running
    const { request, answered } = begin(`/upload?window=${WINDOW}`, 'PUT', { ...good, 'Content-Length': '1000000' }, null)
    const ended = answered.catch((error: Error) => error.message)
    request.write(random(400_000))
    const id = uploadOf(await put(random(5)))
    await expect.poll(() => stored(running, id)).toHaveLength(2)
    request.destroy()
    await ended
    await expect.poll(() => stored(running, id)).toEqual([id])
  })

  test('is given up when nothing of it comes any more', async () => {
    const running = await start({ stalledMs: 100 })
    const { begin, good, put } = running
    const { request, answered } = begin(`/upload?window=${WINDOW}`, 'PUT', { ...good, 'Content-Length': '1000000' }, null)
    const ended = answered.catch((error: Error) => error.message)
    request.write('a')
    expect(await ended).toMatch(/hang up|ECONNRESET/)
    const id = uploadOf(await put(random(5)))
    expect(await stored(running, id)).toEqual([id])
  })

  test('leaves room for others once it is gone', async () => {
    const { begin, good, put } = await start({ maxPendingBytes: 1_000_000 })
    const { request, answered } = begin(`/upload?window=${WINDOW}`, 'PUT', { ...good, 'Content-Length': '1000000' }, null)
    const ended = answered.catch(() => undefined)
    request.write('a')
    await expect.poll(async () => (await put(random(10))).status).toBe(429)
    request.destroy()
    await ended
    await expect.poll(async () => (await put(random(10))).status).toBe(201)
  })
})

describe('who may send', () => {
  const path = `/upload?window=${WINDOW}`
  test.each<[string, (host: SmallHost) => Record<string, string>, number]>([
    ['no origin', ({ good }) => ({ Cookie: good.Cookie }), 403],
    ['a foreign origin', ({ good }) => ({ ...good, Origin: 'http://evil.example' }), 403],
    ['the origin "null"', ({ good }) => ({ ...good, Origin: 'null' }), 403],
    ['another port’s origin', ({ good, port }) => ({ ...good, Origin: `http://127.0.0.1:${port + 1}` }), 403],
    ['a foreign host', ({ good }) => ({ ...good, Host: 'evil.example' }), 403],
    ['localhost by name', ({ good, port }) => ({ ...good, Host: `localhost:${port}` }), 403],
    ['no token', ({ good }) => ({ Origin: good.Origin }), 401],
    ['a wrong token', ({ good, port }) => ({ ...good, Cookie: `vidimus-${port}=wrong` }), 401],
    ['another port’s cookie', ({ good, guard }) => ({ ...good, Cookie: `vidimus-1=${guard.token}` }), 401]
  ])('%s: refused, and nothing is stored', async (_name, headers, status) => {
    const running = await start()
    expect(await running.send(path, 'PUT', headers(running), random(100))).toMatchObject({ status })
    const id = uploadOf(await running.put(random(1)))
    expect(await stored(running, id)).toEqual([id])
  })

  test('the token in the address is not enough', async () => {
    const { send, good, guard } = await start()
    expect(await send(`${path}&token=${guard.token}`, 'PUT', { Origin: good.Origin }, random(1))).toMatchObject({ status: 401 })
  })

  test('a window that is not open may not', async () => {
    const { send, good } = await start()
    for (const query of ['', '?window=', '?window=not-open-at-all-ever', '?window=../../../../../../etc/passwd', '?window=__proto__'])
      expect(await send(`/upload${query}`, 'PUT', good, random(1)), query).toMatchObject({ status: 409 })
  })

  test('other methods are refused', async () => {
    const { send, good } = await start()
    for (const method of ['POST', 'GET', 'PATCH', 'OPTIONS', 'PROPFIND']) expect(await send(path, method, good), method).toMatchObject({ status: 405 })
  })

  test('no path names a file of the disk', async () => {
    const running = await start()
    const { send, put, good, uploads } = running
    const id = uploadOf(await put(random(1)))
    const secret = join(dirname(uploads.get(id).path), '..', 'secret')
    await writeFile(secret, 'secret')
    for (const name of ['../secret', '..%2fsecret', '%2e%2e/secret', '..\\secret', './../secret', `${id}/../../secret`, secret, `${id}%00`, '', '.'])
      await send(`/upload/${name}?window=${WINDOW}`, 'DELETE', good)
    for (const name of ['../x', '/x', '..%2f..%2fx']) await send(`/upload/${name}?window=${WINDOW}`, 'PUT', good, random(1))
    expect(await readFile(secret, 'utf8')).toBe('secret')
    expect((await stored(running, id)).every(name => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
  })
})

describe('what was left behind', () => {
  test('is deleted at the next start, but nothing of a process that still runs', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'vidimus-left-'))
    onTestFinished(() => rm(parent, { recursive: true }))
    const { pid: dead } = spawnSync('true')
    for (const name of [`${dead}-abcdef`, `${process.pid}-abcdef`, 'not-ours']) await mkdir(join(parent, name))
    await writeFile(join(parent, `${dead}-abcdef`, 'photo'), 'x')
    await chmod(join(parent, `${dead}-abcdef`, 'photo'), 0o400)
    const uploads = new Uploads(parent, { maxFileBytes: 1, maxPendingBytes: 1, maxPendingFiles: 1, reserveBytes: 0, stalledMs: 1 })
    const names = await readdir(parent)
    expect(names).toContain(`${process.pid}-abcdef`)
    expect(names).toContain('not-ours')
    expect(names).not.toContain(`${dead}-abcdef`)
    uploads.close()
    expect(await readdir(parent)).toHaveLength(2)
  })
})
