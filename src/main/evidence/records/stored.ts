import type { Annotation } from '../../../shared/domain/annotation'
import type { Case } from '../../../shared/domain/case'
import type { CaseComparison, Run } from '../../../shared/domain/caseComparison'
import type { ChecklistItem } from '../../../shared/domain/checklist'
import type { Conclusion } from '../../../shared/domain/conclusion'
import type { Enhancement } from '../../../shared/domain/enhancement'
import type { Exhibit } from '../../../shared/domain/exhibit'
import type { Opinion } from '../../../shared/domain/opinion'
import type { ReportRow } from '../../../shared/domain/report'

/** How a comparison that a signed report locked was opened again. */
export interface Amendment {
  /** The version that it opened. */
  version: number
  at: string
  by: string
  reason: string
}

/** A comparison with everything that was found, drawn and concluded on it. */
export interface StoredComparison {
  comparison: CaseComparison
  amendments: readonly Amendment[]
  /** Oldest first, whole. */
  runs: readonly Run[]
  /** Those that were not removed. */
  annotations: readonly Annotation[]
  enhancement: Enhancement
  /** All components, or those that were assessed. */
  checklist: readonly ChecklistItem[]
  conclusions: readonly Conclusion[]
  opinions: readonly Opinion[]
}

/** A case as a database or a package has it: plain data, with nothing withheld. */
export interface StoredCase {
  case: Case
  /** Those taken out, too. */
  exhibits: readonly Exhibit[]
  /** Those taken out, too. */
  comparisons: readonly StoredComparison[]
  reports: readonly ReportRow[]
}
