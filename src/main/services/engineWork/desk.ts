import type { EngineFunctions } from '../engine'
import type { FaceEngine } from '../../faces/engine'
import { openFor } from '../explain/otherExplainer'
import { openFaceEngine } from '../explain/openFaceEngine'
import { compareFaces, explainFaces } from './compare'
import { PhotoCache } from './evidence'
import { reportFigures, reportPhoto } from './figures'
import { ModelSlot } from './models'
import { cropFace, inspectPhoto, measureFace, plateFace, renderPhoto } from './photos'
import { CropCache } from './sides'
import { typesetReport } from './typeset'

type DeskFunctions = Pick<EngineFunctions, 'inspectPhoto' | 'renderPhoto' | 'measureFace' | 'cropFace' | 'plateFace' | 'openModel' | 'explainFaces' | 'compareFaces' | 'reportPhoto' | 'reportFigures' | 'typesetReport'>

/** The workstation's functions over what they share and keep between calls: decoded photos, crops, the open model, the face engine. */
export function openDesk(): DeskFunctions & { release(): Promise<void> } {
  const photos = new PhotoCache()
  const models = new ModelSlot()
  const tools = { models, crops: new CropCache(photos) }
  let opening: Promise<FaceEngine> | undefined
  const faceEngine = (): Promise<FaceEngine> => (opening ??= openFaceEngine().catch((error: unknown) => {
    opening = undefined
    throw error
  }))
  return {
    inspectPhoto: photo => inspectPhoto(photo, faceEngine),
    renderPhoto: request => renderPhoto(request, photos),
    measureFace: request => measureFace(request, photos),
    cropFace: request => cropFace(request, photos, models),
    plateFace: request => plateFace(request, photos, models),
    openModel: async ({ explainer = 'xssab', ...choice }) => openFor(explainer, (await models.get(choice)).tools),
    explainFaces: (request, context) => explainFaces(request, tools, context),
    compareFaces: (request, { signal }) => compareFaces(request, tools, signal),
    reportPhoto: request => reportPhoto(request, photos),
    reportFigures: (request, { signal }) => reportFigures(request, tools, photos, signal),
    typesetReport,
    release: async () => {
      await models.release()
      await (await opening)?.release()
    }
  }
}
