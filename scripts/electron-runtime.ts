/** Whether Electron can run here, and if not, why: the sentence that `npm start` and the tests print. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../node_modules/electron')

/** Fetching the runtime (about 120 MB) may take this long and no longer; without a network it fails at once. */
const FETCH_LIMIT_MS = 180_000

/** Where the unpacked runtime is, or would be. */
export const electronFolder = (): string => process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')

/** The runtime's program, where it has been fetched. */
export function electronProgram(): string | undefined {
  const pathFile = join(folder, 'path.txt')
  const program = join(electronFolder(), existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron')
  return existsSync(program) ? program : undefined
}

/** undefined when Electron can be started; else the reason. `fetch` tries to get a missing runtime first. */
export function whyNoElectron(options: { fetch: boolean }): string | undefined {
  const noScreen = whyNoScreen()
  if (noScreen !== undefined) return noScreen
  const noRuntime = whyNoRuntime(options)
  return noRuntime === undefined ? undefined : `its runtime is missing, ${noRuntime}`
}

/** undefined when the runtime is here; else why not. */
export function whyNoRuntime({ fetch }: { fetch: boolean }): string | undefined {
  if (electronProgram()) return undefined
  return fetch ? fetchRuntime() : 'its runtime has not been fetched yet'
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
  if (error) return `it could not be fetched in ${FETCH_LIMIT_MS / 1000} s`
  return `it could not be fetched (${stderr.trim().split('\n')[0] ?? 'unknown reason'})`
}
