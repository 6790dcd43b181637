import { Comparison } from '../../../../shared/domain/comparison'
import type { ReportLanguage } from '../../../../shared/domain/claims'
import type { PaletteName } from '../../../../shared/domain/explanation'
import type { FaceChoice } from '../../../../shared/domain/face'
import { explainerId } from '../../../explain/methods'
import { colourScale } from '../../../explain/render/colours'
import type { DeviceRequest } from '../../../runtime/devices'
import { graphFolder } from '../../../services/graphFolder'
import { SeveralFacesError } from '../../../services/explain/severalFaces'
import { explainPair, type ExplainedPair, type ExplainRequest } from '../../../services/explainPair'
import { freeFolder, ResultFolder, type ResultFiles } from '../output/resultFolder'
import type { ReportTarget } from '../output/reportTarget'
import { modelChoiceOf, type ModelOptions } from '../modelOptions'
import { Progress } from '../progress'
import { withFacesDrawn } from './facesDrawn'
import { drawPdf, openPdf } from './pdf'
import { drawPictures } from './pictures'
import { rawFiles } from './raw'
import { summaryOf } from './summary'

export interface ExplainOptions extends ModelOptions {
  out?: string
  threshold?: number
  device: DeviceRequest
  faceA?: FaceChoice
  faceB?: FaceChoice
  aligned?: true
  method?: string
  seed?: number
  raw?: true
  colours: PaletteName
  json?: true
  pdf?: string
  language: ReportLanguage
  force?: true
}

/** `vidimus explain`: the result folder, whole or not at all, and a summary; with `--pdf` a report beside it, whole or not at all. */
export async function runExplain(a: string, b: string, options: ExplainOptions): Promise<void> {
  const progress = new Progress()
  const folder = await ResultFolder.open(options.out ?? freeFolder(a, b))
  let pdf: ReportTarget | null = null
  try {
    pdf = openPdf(options)
    const pair = await explainPair(requestOf(a, b, options), progress)
    progress.report('Drawing')
    const { record, files } = await resultOf(pair, options)
    if (pdf) progress.report('Setting the report')
    if (pdf) await drawPdf(pdf, { pair, record, a, b, model: options.model, language: options.language })
    await folder.save(files)
    await pdf?.save()
    progress.clear()
    console.log(options.json === true ? JSON.stringify({ ...record, out: folder.path, files: [...files.keys()], ...(pdf && { report: pdf.paths }) }) : [summaryOf(record, folder.path), ...(pdf?.paths ?? [])].join('\n'))
  } catch (error) {
    progress.clear()
    const told = error instanceof SeveralFacesError ? await withFacesDrawn(error, folder) : error
    await folder.discard()
    await pdf?.discard()
    throw told
  }
}

function requestOf(a: string, b: string, options: ExplainOptions): ExplainRequest {
  const { threshold, faceA, faceB, aligned, device, method, seed } = options
  const given = { threshold, faceA, faceB, aligned, seed, explainer: method === undefined ? undefined : explainerId(method) }
  return { a, b, device, cacheFolder: graphFolder(), ...modelChoiceOf(options), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}

async function resultOf(pair: ExplainedPair, options: ExplainOptions): Promise<{ record: Comparison; files: ResultFiles }> {
  const { maps } = pair
  const unfinished = { ...pair.record, colourScale: colourScale([maps.a, maps.b], options.colours) }
  const pictures = await pair.stopwatch.time('pictures', () => drawPictures(unfinished, pair, maps))
  const record = Comparison.parse({ ...unfinished, timings: pair.stopwatch.read() })
  const raw = options.raw === true ? rawFiles(pair) : []
  return { record, files: new Map<string, Uint8Array | string>([...pictures, ...raw, ['result.json', `${JSON.stringify(record, null, 2)}\n`]]) }
}
