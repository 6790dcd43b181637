import { join } from 'node:path'
import { benchModel, modelInWords } from '../../../bench/benchModel'
import { keyOf, keyOfBytes } from '../../../bench/dpr/mapCache'
import { benchLfw, type Embed, type LfwReport, type ThresholdReport } from '../../../bench/lfw'
import { parseLfwPairs } from '../../../bench/lfwPairs'
import { Embedder } from '../../../explain/embedder'
import { openFaceEngine } from '../../../services/explain/openFaceEngine'
import { loadRecognizer } from '../../../services/explain/recognizer'
import { graphFolder } from '../../../services/graphFolder'
import { sayOnInterrupt } from '../interrupt'
import { modelChoiceOf, type ModelOptions } from '../modelOptions'
import { diskError } from '../output/diskError'
import { Progress } from '../progress'
import { faceModels } from './faceModels'
import { isErrno } from './isErrno'
import { readPairs } from './readPairs'

export interface LfwCliOptions extends ModelOptions {
  images: string
  pairs: string
  threshold?: number
  json?: true
}

/** Raise it when face search, alignment or decoding give other crops, so that no journal of an older program is carried on. */
const JOURNAL_VERSION = 1

/** `vidimus bench lfw`. */
export async function runLfw({ images, pairs: file, threshold, json, ...model }: LfwCliOptions): Promise<void> {
  const progress = new Progress()
  const text = await readPairs(file)
  const pairs = parseLfwPairs(text)
  const recognizer = await loadRecognizer(modelChoiceOf(model))
  const embedder = await Embedder.open(recognizer)
  const about = { model: benchModel(recognizer), faceModels: await faceModels(), pairsSha256: keyOfBytes(text) }
  const journal = join(graphFolder(), 'bench', 'lfw', `${keyOf([JOURNAL_VERSION, about])}.jsonl`)
  sayOnInterrupt('photos that were finished are kept; the same call carries on from there.')
  const report = await benchLfw({
    imagesDir: images, pairs, faces: await openFaceEngine(), embed: embed(embedder), cropSize: embedder.shape, journal, progress: progress.count, ...(threshold !== undefined && { threshold })
  }).catch((cause: unknown) => {
    progress.clear()
    throw isErrno(cause) ? diskError(journal, cause) : cause
  })
  progress.clear()
  console.log(json === true ? JSON.stringify({ ...inJson(report), ...about }) : `${inWords(report)}\n${modelInWords(about.model)}`)
}

/** The report, with its headline figures at the top: rates in 0..1, `accuracy` by the folds where there are any, else the optimistic one on the same pairs; `accuracyBy` says which. */
const inJson = (report: LfwReport) => ({
  threshold: report.atEer.threshold,
  accuracy: report.folds?.mean ?? report.bestAccuracy.accuracy,
  accuracyBy: report.folds === null ? 'best threshold on the same pairs' : 'folds',
  ...(report.atThreshold && { accuracyAtThreshold: report.atThreshold.accuracy }),
  ...report
})

/** One crop a run: batches are slower on a CPU than single images. */
const embed = (embedder: Embedder): Embed => (crops) => embedder.embed(crops.map(({ width, height, data }) => ({ width, height, rgb: data })))

function inWords({ images, pairs, pairsUsed, eer, atEer, bestAccuracy, folds, atThreshold, unusable }: LfwReport): string {
  return [
    `${pairsUsed} of ${pairs} pairs compared, ${images} images`,
    `Equal error rate  ${percent(eer)} at threshold ${atEer.threshold.toFixed(4)}`,
    `Best accuracy     ${percent(bestAccuracy.accuracy)} at threshold ${bestAccuracy.threshold.toFixed(4)} (chosen on these pairs: optimistic)`,
    folds === null ? 'Over the folds    none: one fold alone, or beside a fold only one kind of pairs is left' : `Over the folds    ${percent(folds.mean)} accuracy, standard error ${percent(folds.standardError)}`,
    ...(atThreshold === null ? [] : [thresholdInWords(atThreshold)]),
    ...unusable.map(({ image, message }) => `not used: ${image}: ${message}`)
  ].join('\n')
}

const thresholdInWords = ({ threshold, accuracy, fmr, fmr95, fnmr, fnmr95 }: ThresholdReport): string =>
  `At ${threshold.toFixed(4)}         accuracy ${percent(accuracy)}, false matches ${percent(fmr)} (95 %: ${fmr95.map(percent).join(' to ')}), false non-matches ${percent(fnmr)} (95 %: ${fnmr95.map(percent).join(' to ')})`

const percent = (rate: number): string => `${(rate * 100).toFixed(2)} %`
