import { caseWrites } from './cases'
import { comparisonWrites } from './comparisons'
import { exhibitWrites } from './exhibits'
import { faceWrites } from './faces'
import { importedCaseWrites } from './importedCase'
import { independentOpinionWrites } from './independentOpinions'
import { opinionWrites } from './opinions'
import { reportWrites } from './reports'
import { createWriting, type Entry, type WritingOptions } from './writing'

/**
 * Everything that is written to a library. Each function is one transaction that changes the rows, appends the audit row
 * and gives the object as it is now; where one throws, nothing was written.
 */
export function createWriter(options: WritingOptions) {
  const writing = createWriting(options)
  return {
    ...caseWrites(writing),
    ...exhibitWrites(writing),
    ...faceWrites(writing),
    ...comparisonWrites(writing),
    ...opinionWrites(writing),
    ...independentOpinionWrites(writing),
    ...reportWrites(writing),
    ...importedCaseWrites(writing),

    /** A row of the log alone: opened, verified, exported, settings changed ... */
    note: (entry: Entry): void => writing.write('audit', log => log(entry)),

    /** Several writes as one: all or nothing. */
    together: <T>(work: () => T): T => writing.write('library', work)
  }
}
export type Writer = ReturnType<typeof createWriter>
