import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { renderReport } from '../../reports/document/render'
import type { TypesetReport, TypesetRequest } from './types'

/** @throws VidimusError `report.typeset` (fault) */
export async function typesetReport({ report, folder, texts, file }: TypesetRequest): Promise<TypesetReport> {
  const { pdf, pages } = await renderReport({ report, pictures: folder, texts })
  await writeFile(file, pdf)
  return { pages, sha256: createHash('sha256').update(pdf).digest('hex'), size: pdf.length }
}
