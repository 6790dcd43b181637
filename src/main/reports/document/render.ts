import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '../../../shared/domain/report'
import { VidimusError } from '../../../shared/errors'
import { resourcesFolder } from '../../runtime/resources'
import type { ReportTexts } from '../texts/texts'
import { composeDocument } from './compose'
import { fontsFor, type Fonts } from './fonts'
import { readable, readableAll } from './readable'

export interface RenderRequest {
  report: Report
  /** Folder of the pictures, named as pictures.ts says. One that is missing is said to be missing. */
  pictures: string
  texts: ReportTexts
}

export interface RenderedReport {
  pdf: Buffer
  pages: number
}

const SOURCES = ['report.typ', 'blocks.typ', 'figures.typ'] as const

/**
 * Sets a report as PDF/A-2a, tagged. The same report, pictures and texts give the same bytes: fonts are the program's own
 * and the only time in it is the report's.
 *
 * Takes about the memory of the pictures' files twice, and blocks its thread while it sets: for the engine process.
 *
 * @throws VidimusError `report.typeset` (fault) with what the typesetter says
 */
export async function renderReport({ report, pictures, texts }: RenderRequest): Promise<RenderedReport> {
  const data = composeDocument(report, texts, new Set(await readdir(pictures)))
  const fonts = await fontsFor(JSON.stringify(data))
  const compiler = NodeCompiler.create({ workspace: pictures, fontArgs: [{ fontBlobs: fonts.blobs }] })
  const folder = join(resourcesFolder(), 'report')
  for (const name of SOURCES) compiler.addSource(join(pictures, name), await readFile(join(folder, name), 'utf8'))
  const attempt = (shows: Fonts['shows']): RenderedReport | null => {
    const safe = readableAll({ ...data, fonts: fonts.names }, text => readable(text, shows))
    compiler.mapShadow(join(pictures, 'data.json'), Buffer.from(JSON.stringify(safe)))
    return typeset(compiler, join(pictures, SOURCES[0]))
  }
  // Fonts that have every part of a letter may still not join them: then letters of one part alone are set.
  const rendered = attempt(fonts.shows) ?? attempt(codes => codes.length === 1 && fonts.shows(codes))
  if (rendered === null) throw new VidimusError('fault', 'report.typeset', 'The PDF could not be written: its fonts do not show some of the letters. This is a fault of Vidimus: please report it.')
  return rendered
}

/** Null where a letter can't be shown, which no PDF/A may keep back. @throws VidimusError `report.typeset` (fault) for the rest */
function typeset(compiler: NodeCompiler, mainFilePath: string): RenderedReport | null {
  const compiled = compiler.compile({ mainFilePath })
  try {
    const document = compiled.result
    if (document === null) throw refused(compiler, compiled.takeError())
    return { pdf: compiler.pdf(document, { pdfStandard: 'a-2a' }), pages: document.numOfPages }
  } catch (cause) {
    if (cause instanceof VidimusError) throw cause
    const said = cause instanceof Error ? cause.message : String(cause)
    if (said.includes('could not be displayed with font')) return null
    throw new VidimusError('fault', 'report.typeset', `The PDF could not be written: ${said}. This is a fault of Vidimus: please report it.`, { cause })
  } finally {
    // What was set is kept by the typesetter for a next time that never comes.
    compiler.evictCache(0)
  }
}

function refused(compiler: NodeCompiler, error: NodeError | null): VidimusError {
  const said = error === null ? [] : (compiler.fetchDiagnostics(error) as { message?: string; path?: string }[])
  const words = said.map(({ message, path }) => `${message ?? ''} (${path ?? ''})`).join('; ')
  return new VidimusError('fault', 'report.typeset', `The report could not be set: ${words}. This is a fault of Vidimus: please report it.`, { detail: said })
}
