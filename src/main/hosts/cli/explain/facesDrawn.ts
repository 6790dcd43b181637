import { join } from 'node:path'
import { VidimusError } from '../../../../shared/errors'
import { annotateFaces } from '../../../explain/render/annotate'
import { pngOfCanvas } from '../../../explain/render/png'
import type { SeveralFacesError } from '../../../services/explain/severalFaces'
import type { ResultFolder } from '../output/resultFolder'

/** The same error, with the faces drawn with their numbers and the message saying where. */
export async function withFacesDrawn(error: SeveralFacesError, folder: ResultFolder): Promise<VidimusError> {
  const files = new Map<string, Uint8Array>()
  for (const { name, side: { view, faces } } of error.sides)
    files.set(`faces-${name}.png`, await pngOfCanvas(annotateFaces(view, faces)))
  await folder.save(files, true)
  const pictures = [...files.keys()].map((name) => join(folder.path, name))
  return new VidimusError('input', error.code, `${error.message}\nThe faces with their numbers: ${pictures.join(', ')}`, { detail: { ...(error.detail as object), pictures } })
}
