import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ReportLanguage } from '../../../../shared/domain/claims'
import type { Comparison } from '../../../../shared/domain/comparison'
import { usageError } from '../../../../shared/errors'
import { explainerId } from '../../../explain/methods'
import { hashMaps } from '../../../services/engineWork/compare'
import { openDesk } from '../../../services/engineWork/desk'
import type { ModelChoice } from '../../../services/engineWork/types'
import type { ExplainedPair } from '../../../services/explainPair'
import { programFolders } from '../../../services/folders'
import { graphFolder } from '../../../services/graphFolder'
import { Outgoing } from '../../../services/outgoing'
import { writeFiles } from '../../../services/reports/makeFiles'
import { LABELS, pairReport, pairRun } from '../../../services/reports/pairReport'
import { reportVersions } from '../../../services/reports/versions'
import { examinerOf, SettingsStore } from '../../../services/settings'
import { TextStore } from '../../../services/texts'
import { ReportTarget } from '../output/reportTarget'
import type { ExplainOptions } from './run'

/** @throws VidimusError `report.method`, `method.unknown`, `out.pdf`, `out.taken` (usage), `out.*` (fault) */
export function openPdf({ pdf, force, method }: ExplainOptions): ReportTarget | null {
  if (pdf === undefined) return null
  if (method !== undefined && explainerId(method) !== 'xssab') throw usageError('report.method', whyNot(method))
  return ReportTarget.open(pdf, force === true)
}

const whyNot = (method: string): string =>
  `--pdf can't be used with --method ${method}: a report's maps are xSSAB's alone, because values and colours of two explainers don't compare and a reader could take one's map for the other's. ` +
  `Leave --method out for the report. For maps by ${method} run it again without --pdf: contact-sheet.png in the result's folder is one page that names what made them.`

interface Told {
  pair: ExplainedPair
  record: Comparison
  /** Paths of the photos as they were given. */
  a: string
  b: string
  model: string | undefined
  language: ReportLanguage
}

/** A report on the pair: PDF, JSON and hashes, in the target's draft. */
export async function drawPdf(target: ReportTarget, { pair, record, a, b, model, language }: Told): Promise<void> {
  const desk = openDesk()
  const folders = programFolders()
  const settings = new SettingsStore(folders).get()
  const texts = new TextStore(folders).for(language)
  const by = examinerOf(settings)
  const photos = { a: { path: resolve(a), sha256: record.a.sha256 }, b: { path: resolve(b), sha256: record.b.sha256 } }
  const context = { report: () => undefined, signal: new AbortController().signal }
  try {
    await new Outgoing(folders.outgoing).folder(async pictures => {
      const request = { label: 'C-1', run: pairRun(record, by, hashMaps(pair.maps)), photos, choice: choiceOf(record, model), folder: pictures }
      const { maps } = await desk.reportFigures(request, context)
      for (const side of ['a', 'b'] as const) await desk.reportPhoto({ photo: photos[side], label: LABELS[side], folder: pictures }, context)
      const sides = { a: await sideOf(a, pair.a), b: await sideOf(b, pair.b) }
      const report = pairReport({ record, ...sides, maps, language, by, laboratory: settings.laboratory, versions: await reportVersions(), texts })
      await writeFiles(report, { folder: target.draft, pictures, names: target.names, texts }, request => desk.typesetReport(request, context), context)
    })
  } finally {
    await desk.release()
  }
}

const choiceOf = ({ device }: Comparison, model = null as string | null): ModelChoice => ({ model, device: device.used === 'cpu' ? 'cpu' : (device.requested as ModelChoice['device']), cacheFolder: graphFolder() })

const sideOf = async (path: string, { found }: ExplainedPair['a']) => ({ path, modified: (await stat(path)).mtime.toISOString(), face: found?.face ?? null })
