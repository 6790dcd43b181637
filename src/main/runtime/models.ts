import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelManifest, type ModelEntry } from '../../shared/domain/model'
import { VidimusError, usageError } from '../../shared/errors'
import { resourcesFolder } from './resources'

/** A default model with the bytes that its pinned hash vouches for. */
export interface LoadedModel {
  entry: ModelEntry
  bytes: Uint8Array
}

const modelsFolder = (): string => join(resourcesFolder(), 'models')

/** What ships with Vidimus, from resources/models/models.json. */
export async function readModelManifest(folder = modelsFolder()): Promise<ModelManifest> {
  return ModelManifest.parse(JSON.parse(await readFile(join(folder, 'models.json'), 'utf8')))
}

/**
 * Reads a default model, by id or by role, and hashes its bytes again: a model that changed since it was installed
 * never gives a score.
 *
 * @throws VidimusError `model.unknown` (usage), `model.missing` or `model.tampered` (fault).
 */
export async function loadDefaultModel(idOrRole: string, folder = modelsFolder()): Promise<LoadedModel> {
  const { models } = await readModelManifest(folder)
  const entry = models.find(model => model.id === idOrRole || model.role === idOrRole)
  if (!entry) throw usageError('model.unknown', `There is no default model "${idOrRole}". Known: ${models.map(model => model.id).join(', ')}.`)
  const path = join(folder, entry.file)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VidimusError('fault', 'model.missing', `The model file ${path} is missing or can't be read. ${cure}`, { cause })
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== entry.sha256)
    throw new VidimusError('fault', 'model.tampered', `The model file ${path} was changed: its SHA-256 is ${sha256}, expected ${entry.sha256}. ${cure}`)
  return { entry, bytes }
}

const cure = 'Run "npm run models" in the folder of Vidimus to install it again.'
