/**
 * `npm run package`: installers for the system it runs on, in dist/. `npm run package -- --dir` stops at the unpacked
 * program. The Electron runtime is taken from where `npm start` keeps it, and fetched where it is missing.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'
import { electronFolder, whyNoRuntime } from './electron-runtime.ts'
import { packageConfig } from './package/config.ts'

const root = join(import.meta.dirname, '..')

function fail(message: string): never {
  console.error(`vidimus: ${message}`)
  process.exit(1)
}

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false } } })
if (!existsSync(join(root, 'out/main/electron.js'))) fail('the program is not built. Run "npm run build".')
if (!existsSync(join(root, 'resources/models/fr_feature.onnx'))) fail('the models are missing. Run "npm run models".')
const reason = whyNoRuntime({ fetch: true })
if (reason !== undefined) fail(`no installer can be built here: Electron's runtime is missing, ${reason}. Run this where the network can be reached, or point ELECTRON_OVERRIDE_DIST_PATH to an unpacked runtime.`)

try {
  const files = await build({ projectDir: root, config: packageConfig(root, electronFolder()), ...(values.dir ? { dir: true } : {}) })
  console.log(files.length === 0 ? `Built in ${join(root, 'dist')}` : files.join('\n'))
} catch (error) {
  fail(`the installer could not be built: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
}
