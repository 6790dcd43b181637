import type { Database } from '../database'
import { auditReads } from './audit'
import { caseReads } from './cases'
import { comparisonReads } from './comparisons'
import { exhibitReads } from './exhibits'
import { faceReads } from './faces'
import { independentOpinionReads } from './independentOpinions'
import { opinionReads } from './opinions'
import { reportReads } from './reports'
import { runReads } from './runs'
import { searchReads } from './search'
import { storedCaseReads } from './storedCase'
import { takenIdReads } from './takenIds'

/** Everything that is read from a library. Functions that take an id throw `<noun>.unknown` (usage) where nothing has it. */
export const createReader = (db: Database) => ({
  ...caseReads(db),
  ...exhibitReads(db),
  ...faceReads(db),
  ...comparisonReads(db),
  ...runReads(db),
  ...opinionReads(db),
  ...independentOpinionReads(db),
  ...reportReads(db),
  ...auditReads(db),
  ...searchReads(db),
  ...storedCaseReads(db),
  ...takenIdReads(db)
})
export type Reader = ReturnType<typeof createReader>
