import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClaimOverride, ReportLanguage } from '../../../shared/domain/claims'
import { Report, type ReportRow } from '../../../shared/domain/report'
import type { Library } from '../../cases/library'
import type { OpenKey } from '../../evidence/keys'
import { SIGNATURE_FILE, signatureText } from '../../evidence/signature'
import type { ReportTexts } from '../../reports/texts/texts'
import type { TypesetReport, TypesetRequest } from '../engineWork/types'
import type { Services } from '../handlers'
import { overriddenClaims } from './claims'
import type { Content } from './content'
import { gather, refuseCancelled, type ReportJob } from './gather'

/** What the files are called; a library's are REPORT_FILES. */
export type FileNames = Record<'pdf' | 'json' | 'sha256', string>

export const REPORT_FILES: FileNames = { pdf: 'report.pdf', json: 'report.json', sha256: 'report.sha256' }

export interface FilesRequest {
  id: string
  case: string
  comparisons: readonly string[] | null
  language: ReportLanguage
  overrides: readonly ClaimOverride[]
  /** The key to sign with; null makes a draft. */
  key: OpenKey | null
  /** On whose behalf. */
  by: string
}

export interface MadeFiles {
  report: Report
  pages: number
  files: ReportRow['files']
  content: Content
}

type Tools = Pick<Services, 'engine' | 'settings' | 'outgoing' | 'texts'>
type FileFacts = ReportRow['files'][number]

/**
 * Makes a report's files in a folder: PDF, JSON and their hashes, and a signature where there is a key.
 * @throws VidimusError as `gather`, `report.claims` (usage), `report.typeset` (fault)
 */
export async function makeReportFiles(library: Library, tools: Tools, request: FilesRequest, folder: string, names: FileNames, job: ReportJob): Promise<MadeFiles> {
  const created = new Date().toISOString()
  const { id, case: caseId, comparisons, language, overrides, key, by } = request
  const claiming = { language, overrides, by, at: created }
  return tools.outgoing.folder(async pictures => {
    const { content, parts } = await gather(library, tools, { case: caseId, comparisons, language, created, folder: pictures }, content => void overriddenClaims(content, claiming), job)
    await drawPhotos(library, tools, content, pictures, job)
    const texts = tools.texts.for(language)
    const signing = key && { signer: by, laboratory: key.key.laboratory, fingerprint: key.key.fingerprint, at: created }
    const report = Report.parse({
      schema: 'vidimus.report/1', id, created, by, state: key === null ? 'draft' : 'signed', language, ...parts,
      claims: overriddenClaims(content, claiming), signing, texts: { sha256: texts.sha256, edited: texts.edited }
    })
    const { pages, files } = await writeFiles(report, { folder, pictures, names, texts }, request => tools.engine.call('typesetReport', request, { signal: job.signal, background: true }), job)
    const signature = key === null ? [] : [await put(folder, SIGNATURE_FILE, signatureText(key.sign(files.map(({ name, sha256 }) => ({ name, sha256 })), by, created)))]
    return { report, pages, files: [...files, ...signature], content }
  })
}

async function drawPhotos(library: Library, { engine }: Tools, { scope: { exhibits } }: Content, folder: string, { report, signal }: ReportJob): Promise<void> {
  for (const [i, { number, sha256 }] of exhibits.entries()) {
    refuseCancelled(signal)
    report({ step: `Drawing E-${number}`, done: i, total: exhibits.length })
    await engine.call('reportPhoto', { photo: { path: library.evidencePath(sha256), sha256 }, label: `E-${number}`, folder }, { signal, background: true })
  }
}

type Typeset = (request: TypesetRequest) => Promise<TypesetReport>

interface Places {
  folder: string
  pictures: string
  names: FileNames
  texts: ReportTexts
}

/** The PDF from the same data as the JSON, which is what its schema lets through. */
export async function writeFiles(report: Report, { folder, pictures, names, texts }: Places, typeset: Typeset, { report: tell, signal }: ReportJob): Promise<{ pages: number; files: FileFacts[] }> {
  refuseCancelled(signal)
  tell({ step: 'Setting the pages', done: 0, total: 1 })
  const { pages, sha256, size } = await typeset({ report, folder: pictures, texts, file: join(folder, names.pdf) })
  refuseCancelled(signal)
  const both = [{ name: names.pdf, sha256, size }, await put(folder, names.json, `${JSON.stringify(report, null, 2)}\n`)]
  return { pages, files: [...both, await put(folder, names.sha256, sumsOf(both))] }
}

/** What `sha256sum -c` reads: hash, two spaces, name. */
const sumsOf = (files: readonly FileFacts[]): string => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

async function put(folder: string, name: string, text: string): Promise<FileFacts> {
  const bytes = Buffer.from(text)
  await writeFile(join(folder, name), bytes)
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}
