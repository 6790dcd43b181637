/** Whether Electron can run here, and if not, why: the sentence that `npm start` and the tests print. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../node_modules/electron')

/** Fetching the runtime (about 120 MB) may take this long and no longer; without a network it fails at once. */
const FETCH_LIMIT_MS = 180_000

/** The runtime's program, where it has been fetched. */
export function electronProgram(): string | undefined {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** undefined when Electron can be started; else the reason. `fetch` tries to get a missing runtime first. */
export function whyNoElectron({ fetch }: { fetch: boolean }): string | undefined {
  return whyNoScreen() ?? (electronProgram() ? undefined : fetch ? fetchRuntime() : 'its runtime has not been fetched yet')
}

function whyNoScreen(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display'
  if (process.getuid?.() === 0) return 'its sandbox does not work for root'
  return undefined
}

function fetchRuntime(): string | undefined {
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return 'the electron package is not installed'
  const { status, stderr, error } = spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: FETCH_LIMIT_MS })
  if (status === 0 && electronProgram()) return undefined
  if (error) return `its runtime could not be fetched in ${FETCH_LIMIT_MS / 1000} s`
  return `its runtime could not be fetched (${stderr.trim().split('\n')[0] ?? 'unknown reason'})`
}
