/**
 * `npm start`: the workstation in Electron; where Electron can't run, one line that says why, and the same
 * workstation in a browser. `npm start -- --web` goes straight to the browser; `--library DIR` opens a case library.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { electronProgram, whyNoElectron } from './electron-runtime.ts'

const root = join(import.meta.dirname, '..')

/** A runtime that ends with an error this soon could not start (a system library is missing, say). */
const STARTED_AFTER_MS = 5000

interface Ended {
  code: number
  after: number
  stderr: string
}

function run(program: string, args: string[]): Promise<Ended> {
  const begun = performance.now()
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4096)
    process.stderr.write(text)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise(resolve => {
    const end = (code: number | null): void => resolve({ code: code ?? 1, after: performance.now() - begun, stderr })
    child.on('error', error => {
      stderr = error.message
      end(null)
    })
    child.on('close', end)
  })
}

function options(): { web: boolean; library?: string } {
  try {
    return parseArgs({ options: { web: { type: 'boolean', default: false }, library: { type: 'string' } } }).values
  } catch (error) {
    console.error(`vidimus: ${error instanceof Error ? error.message : String(error)}. Known: --web, --library DIR.`)
    return process.exit(2)
  }
}

const values = options()
// npm runs scripts in its own folder: a path is meant from where the person stands.
const library = values.library === undefined ? [] : ['--library', resolve(process.env['INIT_CWD'] ?? '.', values.library)]

/** Runs Electron to its end; the reason when it could not start. */
async function runElectron(): Promise<string | undefined> {
  const ended = await run(electronProgram() ?? 'electron', [root, ...library])
  const failed = ended.code !== 0 && ended.after < STARTED_AFTER_MS
  if (!failed) process.exit(ended.code)
  return `it ended at once (${ended.stderr.trim().split('\n').at(-1) || `exit code ${ended.code}`})`
}

async function serve(): Promise<never> {
  const { code } = await run(process.execPath, [join(root, 'out/main/web.js'), ...library])
  return process.exit(code)
}

if (!existsSync(join(root, 'out/main/web.js'))) {
  console.error('vidimus: the program is not built. Run "npm run build".')
  process.exit(1)
}
const reason = values.web ? 'a browser was asked for' : (whyNoElectron({ fetch: true }) ?? (await runElectron()))
console.log(`Vidimus runs in your browser, not in Electron: ${reason}. Open this address (Ctrl-C ends Vidimus):`)
await serve()
