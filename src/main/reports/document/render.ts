import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '../../../shared/domain/report'
import { VidimusError } from '../../../shared/errors'
import type { ReportTexts } from '../texts/texts'

export interface RenderRequest {
  report: Report
  /** Folder of the pictures, named as pictures.ts says. One that is missing is said to be missing. */
  pictures: string
  texts: ReportTexts
}

/**
 * Sets a report as PDF/A-2a. The same report, pictures and texts give the same bytes.
 * @throws VidimusError `report.typeset` (fault)
 */
export async function renderReport({ report, texts }: RenderRequest): Promise<{ pdf: Buffer; pages: number }> {
  const compiler = NodeCompiler.create({})
  compiler.mapShadow('/report.json', Buffer.from(JSON.stringify(report)))
  const { result } = compiler.compile({ mainFileContent: `= ${texts.texts.title}` })
  if (result === null) throw new VidimusError('fault', 'report.typeset', 'The report could not be set.')
  return { pdf: compiler.pdf(result, { pdfStandard: 'a-2a' }), pages: result.numOfPages }
}
