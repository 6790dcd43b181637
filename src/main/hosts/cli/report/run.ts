import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ReportLanguage } from '../../../../shared/domain/claims'
import type { Report } from '../../../../shared/domain/report'
import { toErrorData } from '../../../../shared/errors'
import type { Library } from '../../../cases/library'
import { safeFileName } from '../../../files/safeFileName'
import { programRoot } from '../../../runtime/resources'
import { unmendedClaims } from '../../../services/reports/claims'
import { makeReportFiles, type MadeFiles } from '../../../services/reports/makeFiles'
import { createServices } from '../../../services/services'
import { examinerOf } from '../../../services/settings'
import type { Services } from '../../../services/handlers'
import { recordCrash } from '../../crashLog'
import { EnginePair } from '../../worker/enginePair'
import { forkEngine } from '../../worker/fork'
import { cliPort } from '../call/port'
import { ReportTarget } from '../output/reportTarget'
import { Progress } from '../progress'
import { findScope } from './findScope'

export interface ReportOptions {
  library: string
  case?: string
  comparison?: string[]
  out?: string
  language: ReportLanguage
  letStand?: string
  force?: true
  json?: true
}

/**
 * `vidimus report`: a draft of a case's report, beside the library. In a library that can be written it is on record.
 * @throws VidimusError as `openLibrary`, `findScope`, `makeReportFiles`, `out.*`
 */
export async function runReport(options: ReportOptions): Promise<void> {
  const progress = new Progress()
  const engine = new EnginePair({ start: () => forkEngine(join(programRoot(), 'out/main/engine.js')), onCrash: record => recordCrash(record) })
  const services = createServices(engine, cliPort)
  try {
    const note = await open(services, options.library)
    const { target, made } = await make(services, options, progress)
    progress.clear()
    if (note !== null && options.json !== true) console.error(`vidimus: ${note}`)
    const { report, pages } = made
    console.log(options.json === true ? JSON.stringify({ id: report.id, pages, files: target.paths, comparisons: report.comparisons.length, exhibits: report.exhibits.length }) : inWords(report, pages, target.paths))
  } finally {
    progress.clear()
    engine.close()
    await services.libraries.close()
  }
}

/** For writing, so that what is done is on record; else for reading, and what there is to say of that. */
async function open({ libraries }: Services, folder: string): Promise<string | null> {
  try {
    await libraries.open({ folder })
  } catch (error) {
    if (toErrorData(error).code !== 'library.locked') throw error
    await libraries.open({ folder, mode: 'read' })
    return 'the library is open in another program, so it was read alone and this report is not on its record.'
  }
  const { readOnlyReason } = libraries.current()
  return readOnlyReason && `the library was read alone, and this report is not on its record: ${readOnlyReason}.`
}

async function make(services: Services, options: ReportOptions, progress: Progress): Promise<{ target: ReportTarget; made: MadeFiles }> {
  const library = services.libraries.current()
  const scope = findScope(library, options)
  const target = ReportTarget.open(options.out ?? safeFileName(`${scope.number} report.pdf`), options.force === true)
  try {
    const job = { report: ({ step, done, total }: { step: string; done: number; total: number }) => progress.countStage(step, done, total), signal: new AbortController().signal }
    const { language } = options
    const by = examinerOf(services.settings.get())
    const overrides = options.letStand === undefined ? [] : unmendedClaims(library, scope, language).map(({ key }) => ({ key, reason: options.letStand! }))
    const made = await makeReportFiles(library, services, { id: randomUUID(), case: scope.case, comparisons: scope.comparisons, language, overrides, key: null, by }, target.draft, target.names, job)
    await target.save()
    putOnRecord(library, made)
    return { target, made }
  } catch (error) {
    await target.discard()
    throw error
  }
}

function putOnRecord({ mode, write }: Library, { report: { id, claims, language }, files, content }: MadeFiles): void {
  if (mode === 'read') return
  const { case: caseOf, comparisons } = content.scope
  write.together(() => {
    write.note({ action: 'report.exported', case: caseOf.id, object: id, details: { language, comparisons: comparisons.map(({ number, version }) => ({ number: `C-${number}`, version })), files }, looking: true })
    for (const { where, rule, sentence, reason } of claims) write.note({ action: 'claim.overridden', case: caseOf.id, object: id, details: { report: 'a draft by command', where, rule, sentence, reason }, looking: true })
  })
}

const inWords = ({ case: caseOf, comparisons, exhibits }: Report, pages: number, paths: readonly string[]): string =>
  [`Draft report on case ${caseOf?.number}: ${count(comparisons.length, 'comparison')}, ${count(exhibits.length, 'exhibit')}, ${count(pages, 'page')}.`, ...paths.map(path => `  ${path}`), 'Sign it in the window: a signed report is kept in the library and locks what it says.'].join('\n')

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
