import type { PatchSet } from '../../../bench/patch/manifest'
import { readModelManifest } from '../../../runtime/models'

/** SHA-256 of the networks that find and align the faces of a benchmark. */
export async function faceModels(): Promise<PatchSet['plan']['faceModels']> {
  const { models } = await readModelManifest()
  const sha256Of = (role: string): string => models.find((model) => model.role === role)?.sha256 ?? ''
  return { detection: sha256Of('detection'), landmarks: sha256Of('landmarks') }
}
