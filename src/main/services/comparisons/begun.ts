import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'

/**
 * No score without a use of the case on record, with its purpose and with its evidence hashed. In a library that is open for
 * reading no use can be put on record.
 * @throws VidimusError `case.not-begun`, `comparison.unknown` (usage)
 */
export function requireBegun({ mode, read }: Library, comparison: string): void {
  const { case: caseId, number } = read.comparisonPlace(comparison)
  if (mode === 'read' || read.isInUse(caseId)) return
  throw usageError('case.not-begun', `No work on case ${read.case(caseId).number} was begun: begin it with its purpose (case.begin) before C-${number} is scored.`, { case: caseId })
}
