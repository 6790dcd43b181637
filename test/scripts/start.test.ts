import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildCli, scratch } from '../support/cli'
import { openWebDoor } from '../support/webDoor'

const root = resolve(import.meta.dirname, '../..')
beforeAll(buildCli)

/** `npm start -- args` from `cwd`; the two lines it prints. */
async function start(cwd: string, args: string[], env: Record<string, string | undefined> = {}): Promise<string[]> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, INIT_CWD: cwd, VIDIMUS_HOME: join(cwd, 'home'), ...env } })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  })
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) if (lines.push(line) === 2) break
  return lines
}

test('in a browser on demand: one line that says so, then the address; the library is meant from where the person stands', async () => {
  const cwd = scratch()
  const [why, address] = await start(cwd, ['--web', '--library', 'cases'])
  expect(why).toBe('Vidimus runs in your browser, not in Electron: a browser was asked for. Open this address (Ctrl-C ends Vidimus):')
  const { client, socket } = await openWebDoor(address!)
  socket.on('error', () => undefined)
  expect((await client.call('library.status', {})).open?.folder).toBe(join(cwd, 'cases'))
})

test.skipIf(process.platform !== 'linux')('without a display, the reason is that (Linux)', async () => {
  const [why, address] = await start(scratch(), [], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined })
  expect(why).toContain('there is no display')
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/)
})

test('an option that is none is refused in one line', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.ts', '--browser'], { cwd: root, encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, "vidimus: Unknown option '--browser'. Known: --web, --library DIR.\n"])
})
