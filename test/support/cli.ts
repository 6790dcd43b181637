import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'out/main/cli.js')
const LOCK = join(tmpdir(), `vidimus-build-${Buffer.from(ROOT).toString('base64url').slice(-40)}`)

/** Builds the program where its sources are newer than what was built, once for all test files that run together. */
export async function buildCli(): Promise<void> {
  for (let tries = 0; !lock(); tries++) {
    if (tries > 600) throw new Error(`${LOCK} stays: another build hangs, or one crashed and left it. Remove it.`)
    await new Promise((done) => setTimeout(done, 100))
  }
  try {
    if (isStale()) execFileSync(process.execPath, [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], { cwd: ROOT, stdio: 'pipe' })
  } finally {
    rmSync(LOCK, { recursive: true })
  }
}

function lock(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    return false
  }
}

function isStale(): boolean {
  if (!existsSync(BUILT)) return true
  const built = statSync(BUILT).mtimeMs
  return globSync(['src/**/*.{ts,tsx}', 'electron.vite.config.ts', 'package.json'], { cwd: ROOT }).some((file) => statSync(join(ROOT, file)).mtimeMs > built)
}

export interface Finished {
  status: number | null
  stdout: string
  stderr: string
}

export interface Running {
  process: ChildProcess
  finished: Promise<Finished>
}

/** Starts the real program, bin/vidimus.mjs, in a folder; compiled graphs go to a cache that all tests share. */
export function startVidimus(args: readonly string[], cwd: string, wrap: readonly string[] = []): Running {
  const [command, ...rest] = [...wrap, process.execPath, join(ROOT, 'bin/vidimus.mjs'), ...args]
  const child = spawn(command!, rest, { cwd, env: { ...process.env, VIDIMUS_CACHE_DIR: join(ROOT, 'test-results/cli-cache') } })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: Buffer) => void (output.stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => void (output.stderr += text.toString()))
  const finished = new Promise<Finished>((done, fail) => child.on('error', fail).on('close', (status) => done({ status, ...output })))
  return { process: child, finished }
}

export const vidimus = (args: readonly string[], cwd: string, wrap: readonly string[] = []): Promise<Finished> => startVidimus(args, cwd, wrap).finished

/** An empty folder that is gone after the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const DEMO = join(ROOT, 'node_modules/@vladmandic/face-api/demo')
export const demo = (number: number): string => join(DEMO, `sample${number}.jpg`)
