import type { Report } from '../../../shared/domain/report'
import type { ReportTexts } from '../texts/texts'
import type { DocumentData } from './blocks'
import { audit, claims, limits, made } from './sections/closing'
import { comparison } from './sections/comparison'
import { exhibits } from './sections/exhibits'
import { front } from './sections/front'
import { summary } from './sections/summary'
import { settingOf } from './setting'

/**
 * The report as the typesetter gets it, from its data alone.
 * @param pictures names of the pictures that are there (pictures.ts)
 */
export function composeDocument(report: Report, texts: ReportTexts, pictures: ReadonlySet<string>): Omit<DocumentData, 'fonts'> {
  const setting = settingOf(report, texts, pictures)
  const { say } = setting
  const page = front(setting)
  return {
    language: report.language,
    title: `${page.title}: ${page.subtitle}`,
    author: report.laboratory === '' ? report.by : `${report.by}, ${report.laboratory}`,
    made: timeParts(report.created),
    header: [report.case === null ? say('header.none') : say('header.case', { number: report.case.number }), say('header.report', { id: report.id })],
    footer: say('footer.page'),
    across: report.state === 'signed' ? null : say('across.draft'),
    contents: say('contents'),
    front: page,
    blocks: [...summary(setting), ...exhibits(setting), ...report.comparisons.flatMap(it => comparison(it, setting)), ...limits(setting), ...claims(setting), ...audit(setting), ...made(setting)]
  }
}

const timeParts = (iso: string): DocumentData['made'] => iso.match(/\d+/g)!.slice(0, 6).map(Number) as DocumentData['made']
