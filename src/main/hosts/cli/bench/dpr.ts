import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { inputError, usageError } from '../../../../shared/errors'
import { CROP_SIDE } from '../../../../shared/geometry/alignment'
import { readFaceModel } from '../../../compiler/faceModel'
import { rules } from '../../../compiler/rules'
import { benchModel } from '../../../bench/benchModel'
import { runDpr, type DprReport } from '../../../bench/dpr/run'
import { dprFigure, figurePng } from '../../../bench/dpr/figure'
import { subsetOf } from '../../../bench/dpr/subset'
import { dprTables } from '../../../bench/dpr/tables'
import { checkCrops, readPatchSet } from '../../../bench/patch/readSet'
import type { MethodName } from '../../../explain/methods'
import { loadRecognizer, type LoadedRecognizer } from '../../../services/explain/recognizer'
import { sayOnInterrupt } from '../interrupt'
import { graphFolder } from '../../../services/graphFolder'
import { diskError } from '../output/diskError'
import { ResultFolder, RESULT_FILE, type ResultFiles } from '../output/resultFolder'
import { modelChoiceOf, type ModelOptions } from '../modelOptions'
import { Progress } from '../progress'
import { isErrno } from './isErrno'
import { WorkerPool } from './pool'

export interface DprCliOptions extends ModelOptions {
  set: string
  methods: MethodName[]
  seed: number
  threshold?: number
  folds?: number[]
  pairsLimit?: number
  out?: string
  json?: true
}

/** `vidimus bench dpr`. */
export async function runDprCommand({ set: setFolder, methods, seed, threshold, folds, pairsLimit, out, json, ...modelOptions }: DprCliOptions): Promise<void> {
  const { set: whole, sha256: setSha256 } = await readPatchSet(setFolder)
  const set = subsetOf(whole, { ...(folds && { folds }), ...(pairsLimit !== undefined && { pairsLimit }) })
  await checkCrops(setFolder, set.pairs)
  const model = modelChoiceOf(modelOptions)
  const recognizer = await loadRecognizer(model)
  refuseOtherSize(recognizer)
  refuseSetFolder(setFolder, out)
  const folder = await ResultFolder.open(out ?? freeName(setFolder), Object.values(FILES))
  const progress = new Progress()
  sayOnInterrupt('pairs that were finished are kept; the same call carries on from there.')
  const kept = join(graphFolder(), 'bench')
  const pool = new WorkerPool({ model, modelSha256: recognizer.sha256, setFolder: resolve(setFolder), cacheFolder: kept, graphFolder: graphFolder() })
  try {
    const report = await runDpr({ set, setSha256, methods, model: benchModel(recognizer), precision: 'fast', ...(threshold !== undefined && { threshold }), seed, workers: pool.workers, journalFolder: kept, progress: progress.countStage })
    const files = await filesOf(report)
    await folder.save(files)
    progress.clear()
    console.log(json === true ? JSON.stringify({ ...report, out: folder.path, files: [...files.keys()] }) : `${dprTables(report)}\nCurves and tables: ${folder.path}`)
  } catch (error) {
    progress.clear()
    await folder.discard()
    throw isErrno(error) ? diskError(kept, error) : error
  } finally {
    pool.close()
  }
}

/** Beside the result. */
const FILES = { drawing: 'curves.svg', picture: 'curves.png', tables: 'tables.md' } as const

/** @throws VidimusError (input) `bench.crop-size` */
function refuseOtherSize({ bytes, embedding, name }: LoadedRecognizer): void {
  const { width, height } = readFaceModel(bytes, rules, embedding).input
  if (width !== CROP_SIDE || height !== CROP_SIDE) throw inputError('bench.crop-size', `"${name}" wants crops of ${width}x${height} pixels; sets of bench patch-lfw have ${CROP_SIDE}x${CROP_SIDE}. Take a model of that size.`)
}

/** @throws VidimusError (usage) `out.set` */
function refuseSetFolder(setFolder: string, out: string | undefined): void {
  if (out !== undefined && resolve(out) === resolve(setFolder)) throw usageError('out.set', `"${out}" is the set itself. Choose another folder with --out.`)
}

async function filesOf(report: DprReport): Promise<ResultFiles> {
  return new Map<string, Uint8Array | string>([
    [FILES.drawing, dprFigure(report)],
    [FILES.picture, await figurePng(report)],
    [FILES.tables, dprTables(report)],
    [RESULT_FILE, `${JSON.stringify(report, null, 2)}\n`]
  ])
}

/** `SET.dpr` in the current folder, or the first `SET.dpr-N` that holds none of a result's files. */
function freeName(setFolder: string): string {
  const name = `${basename(resolve(setFolder))}.dpr`
  const isTaken = (folder: string): boolean => [RESULT_FILE, ...Object.values(FILES)].some((file) => existsSync(join(folder, file)))
  let n = 1
  while (isTaken(n === 1 ? name : `${name}-${n}`)) n++
  return n === 1 ? name : `${name}-${n}`
}
