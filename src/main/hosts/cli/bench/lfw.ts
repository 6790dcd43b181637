import { benchLfw, type Embed, type LfwReport, type ThresholdReport } from '../../../bench/lfw'
import { parseLfwPairs } from '../../../bench/lfwPairs'
import { Embedder } from '../../../explain/embedder'
import { openFaceEngine } from '../../../services/explain/openFaceEngine'
import { chooseRecognizer } from '../../../services/explain/recognizer'
import { Progress } from '../progress'
import { readPairs } from './readPairs'

export interface LfwCliOptions {
  images: string
  pairs: string
  threshold?: number
  json?: true
}

/** `vidimus bench lfw`. */
export async function runLfw({ images, pairs, threshold, json }: LfwCliOptions): Promise<void> {
  const progress = new Progress()
  const options = { imagesDir: images, pairs: parseLfwPairs(await readPairs(pairs)), faces: await openFaceEngine(), embed: await openEmbedder(), progress: progress.count }
  const report = await benchLfw(threshold === undefined ? options : { ...options, threshold })
  progress.clear()
  console.log(json === true ? JSON.stringify(inJson(report)) : inWords(report))
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
async function openEmbedder(): Promise<Embed> {
  const embedder = await Embedder.open(await chooseRecognizer({}))
  return (crops) => embedder.embed(crops.map(({ width, height, data }) => ({ width, height, rgb: data })))
}

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
