import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildCli, scratch } from '../../support/cli'
import { makePhotos } from '../../support/conformance/photos'
import { openWebDoor } from '../../support/webDoor'

const ROOT = resolve(import.meta.dirname, '../../..')
beforeAll(buildCli)

/** `vidimus serve` in a folder, with a home of its own below it, until the test ends; gives the address it prints. */
async function serve(cwd: string, args: string[] = [], env: Record<string, string> = {}): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), 'serve', ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VIDIMUS_HOME: join(cwd, 'home'), ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { address, process: child }
}

const fails = (cwd: string, args: string[]): { status: number | null; stderr: string } => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), 'serve', ...args], { cwd, encoding: 'utf8', env: { ...process.env, VIDIMUS_HOME: join(cwd, 'home') } })
  return { status, stderr }
}

describe('vidimus serve', () => {
  test('prints an address, makes the library asked for, and opens it again the next time without being asked', async () => {
    const cwd = scratch()
    const first = await serve(cwd, ['--library', 'cases'])
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const door = await openWebDoor(first.address)
    expect((await door.client.call('library.status', {})).open).toMatchObject({ folder: join(cwd, 'cases'), mode: 'write' })
    door.socket.on('error', () => undefined)
    first.process.kill('SIGTERM')
    expect(await once(first.process, 'exit')).toEqual([0, null])
    expect(existsSync(join(cwd, 'cases/library.sqlite-wal'))).toBe(false)

    const second = await openWebDoor((await serve(cwd)).address)
    expect((await second.client.call('library.status', {})).open?.folder).toBe(join(cwd, 'cases'))
  })

  test('starts with no library the first time, and says where one would be made', async () => {
    const cwd = scratch()
    const { client } = await openWebDoor((await serve(cwd)).address)
    expect(await client.call('library.status', {})).toEqual({ open: null, problem: null, suggested: join(cwd, 'home/library'), recent: [] })
  })

  test('tells the window why the library asked for is not open, and serves all the same', async () => {
    const cwd = scratch()
    mkdirSync(join(cwd, 'photos'))
    writeFileSync(join(cwd, 'photos/holiday.jpg'), 'x')
    const { client } = await openWebDoor((await serve(cwd, ['--library', 'photos'])).address)
    const { open, problem } = await client.call('library.status', {})
    expect(open).toBeNull()
    expect(problem).toMatchObject({ folder: join(cwd, 'photos'), code: 'library.folder-taken', message: expect.stringContaining('photos') as string })
    expect(readdirSync(join(cwd, 'photos'))).toEqual(['holiday.jpg'])
    await client.call('library.open', { folder: join(cwd, 'cases'), create: true })
    expect((await client.call('library.status', {})).problem).toBeNull()
  })

  test('takes the library from VIDIMUS_LIBRARY, and the option before it', async () => {
    const cwd = scratch()
    const env = { VIDIMUS_LIBRARY: join(cwd, 'from environment') }
    const one = await openWebDoor((await serve(cwd, [], env)).address)
    expect((await one.client.call('library.status', {})).open?.name).toBe('from environment')
    const two = await openWebDoor((await serve(cwd, ['--library', 'given'], env)).address)
    expect((await two.client.call('library.status', {})).open?.name).toBe('given')
  })

  test('a library that another process writes to is told as such', async () => {
    const cwd = scratch()
    await serve(cwd, ['--library', 'cases'])
    const { client } = await openWebDoor((await serve(cwd, ['--library', 'cases'])).address)
    expect((await client.call('library.status', {})).problem).toMatchObject({ code: 'library.locked' })
    expect((await client.call('library.open', { folder: join(cwd, 'cases'), mode: 'read' })).open?.mode).toBe('read')
  })

  test('a port that is no number, or taken, is refused in words', async () => {
    const cwd = scratch()
    expect(fails(cwd, ['--port', 'http'])).toMatchObject({ status: 2, stderr: expect.stringContaining('from 0 to 65535') as string })
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    expect(fails(cwd, ['--port', String(port)])).toMatchObject({ status: 2, stderr: expect.stringContaining(`Port ${port} on 127.0.0.1 can't be used`) as string })
  })

  test('keeps its port from one start to the next, and gives way where that is taken', async () => {
    const cwd = scratch()
    const portOf = ({ address }: { address: string }): string => new URL(address).port
    const first = await serve(cwd)
    first.process.kill('SIGTERM')
    await once(first.process, 'exit')
    const second = await serve(cwd)
    expect(portOf(second)).toBe(portOf(first))
    expect(portOf(await serve(cwd))).not.toBe(portOf(first))
  })

  test('ended in the middle of an import, it ends well, and the library is sound', async () => {
    const cwd = scratch()
    const first = await serve(cwd, ['--library', 'cases'])
    const { client, source, socket } = await openWebDoor(first.address)
    socket.on('error', () => undefined)
    const { id } = await client.call('case.create', { number: '1', title: '', purpose: 'A test', examiner: 'A. Examiner' })
    await client.call('case.begin', { id })
    const files = await Promise.all((await makePhotos(cwd, 8)).map(source))
    void client.call('exhibit.import', { case: id, files }, { onProgress: ({ done }) => void (done > 0 && first.process.kill('SIGTERM')) })
    expect(await once(first.process, 'exit')).toEqual([0, null])
    expect(readdirSync(join(cwd, 'home/uploads'))).toEqual([])

    const second = await openWebDoor((await serve(cwd)).address)
    expect(await second.client.call('library.verifyAudit', {})).toMatchObject({ ok: true })
    expect((await second.client.call('library.verifyEvidence', { case: id })).failed).toEqual([])
    const actions = (await second.client.call('library.audit', { case: id })).rows.map(({ action }) => action)
    expect(actions.filter(action => action === 'case.ended' || action === 'case.interrupted')).toHaveLength(1)
  })

  test.skipIf(process.platform !== 'linux')('--open hands the browser a private file; no command line shows the token (Linux: by xdg-open)', async () => {
    const cwd = scratch()
    mkdirSync(join(cwd, 'bin'))
    writeFileSync(join(cwd, 'bin/xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > ${join(cwd, 'asked')}\nstat -c %a "$1" "$(dirname "$1")" > ${join(cwd, 'modes')}\ncp "$1" ${join(cwd, 'page.html')}\n`)
    chmodSync(join(cwd, 'bin/xdg-open'), 0o755)
    const { address } = await serve(cwd, ['--open'], { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` })
    await expect.poll(() => existsSync(join(cwd, 'page.html'))).toBe(true)
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain(`url=${address}"`)
    expect(readFileSync(join(cwd, 'asked'), 'utf8')).not.toContain(new URL(address).searchParams.get('token'))
    expect(readFileSync(join(cwd, 'modes'), 'utf8').trim().split('\n')).toEqual(['600', '700'])
  })
})

describe('an error nobody expected', () => {
  const out = join(ROOT, 'test-results/broken-host')
  beforeAll(async () => {
    await build({
      logLevel: 'error',
      configFile: false,
      ssr: { external: true },
      build: { ssr: join(import.meta.dirname, '../web/fixture/broken.ts'), outDir: out, rollupOptions: { output: { entryFileNames: 'broken.mjs' } } }
    })
  })

  test.each(['throw', 'promise'])('(%s) ends the web host with status 1, its record named', kind => {
    const cwd = scratch()
    const { status, stderr } = spawnSync(process.execPath, [join(out, 'broken.mjs'), kind], { cwd, encoding: 'utf8', env: { ...process.env, VIDIMUS_HOME: join(cwd, 'home') } })
    const log = join(cwd, 'home/log/faults.jsonl')
    expect([status, stderr.trim()]).toEqual([1, `vidimus: Vidimus met an error that it did not expect, and ends: boom; recorded in ${log}`])
    expect(JSON.parse(readFileSync(log, 'utf8'))).toMatchObject({ what: 'web', details: expect.stringContaining('broken') as string })
    expect(readdirSync(join(cwd, 'home/uploads'))).toEqual([])
  })
})
