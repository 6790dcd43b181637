import { stat } from 'node:fs/promises'
import type { ReportCheck } from '../../../shared/domain/report'
import type { Exhibit } from '../../../shared/domain/exhibit'
import type { Input } from '../../../shared/ipc/contract'
import type { Library } from '../../cases/library'
import { gapsOfComparison } from '../../reports/limits/comparison'
import { gapsOfExhibit } from '../../reports/limits/report'
import { limitText } from '../../reports/limits/texts'
import { verifyEvidence } from '../../evidence/verifyEvidence'
import type { SettingsStore } from '../settings'
import { claimsIn } from './claims'
import { readContent, type Content } from './content'
import { presentModel } from './presentModel'
import { scopeOf } from './scope'

/**
 * What is to be known before a report is made. Evidence is looked for by its size, and hashed only where it failed before:
 * making the report hashes all of it.
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case` (usage)
 */
export async function checkReport(library: Library, settings: SettingsStore, { case: caseId, comparisons, language }: Input<'report.check'>): Promise<ReportCheck> {
  const { blocks, exhibits } = scopeOf(library, caseId, comparisons)
  if (blocks.length > 0) return { blocks, gaps: [], claims: [] }
  const faults = (await Promise.all(exhibits.map(exhibit => faultOf(library, exhibit)))).flat()
  const content = readContent(library, caseId, comparisons, language, new Date().toISOString())
  const { laboratory, model } = settings.get()
  return { blocks: faults, gaps: gapsOf(content, laboratory, await presentModel({ model })), claims: claimsIn(content, language) }
}

const gapsOf = ({ comparisons, exhibits }: Content, laboratory: string, model: string | null): string[] => [
  ...comparisons.flatMap(({ comparison, context }) => gapsOfComparison(comparison, { ...context, presentModel: model, notComputed: null, again: null }).map(text => `${comparison.label}: ${text}`)),
  ...exhibits.flatMap(exhibit => gapsOfExhibit(exhibit, 'en')),
  ...(laboratory === '' ? [limitText('en', 'noLaboratory')] : [])
]

async function faultOf(library: Library, { number, name, sha256, size, evidence }: Exhibit): Promise<string[]> {
  const found = await stat(library.evidencePath(sha256)).then(file => file.size, () => null)
  const restore = 'Restore the file from a backup of the library.'
  if (found === null) return [`The stored bytes of E-${number} "${name}" are missing. ${restore}`]
  if (found !== size) return [`The stored bytes of E-${number} "${name}" were changed: ${found} bytes, and ${size} came in. ${restore}`]
  if (evidence.state === 'verified' || (await verifyEvidence(library.folder, sha256)).ok) return []
  return [`E-${number} "${name}" failed the verification of its bytes at ${evidence.checkedAt}, and does so now. ${restore}`]
}
