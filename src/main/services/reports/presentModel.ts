import { stat } from 'node:fs/promises'
import type { Settings } from '../../../shared/domain/settings'
import { hashFile } from '../../evidence/hashFile'
import { readModelManifest } from '../../runtime/models'

/** SHA-256 of the recognition model that the settings name now; null where there is no such file. */
export async function presentModel({ model }: Pick<Settings, 'model'>): Promise<string | null> {
  const { models } = await readModelManifest()
  const known = models.find(({ id, role }) => role === 'recognition' && (model === null || id === model))
  if (known !== undefined || model === null) return known?.sha256 ?? null
  const isFile = await stat(model).then(found => found.isFile(), () => false)
  return isFile ? hashFile(model) : null
}
