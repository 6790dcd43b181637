import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { ReportLanguage } from '../../../shared/domain/claims'
import { pointsOf } from '../../../shared/domain/markedFace'
import type { ReportComparison } from '../../../shared/domain/report'
import type { Library } from '../../cases/library'
import type { ComparisonContext } from '../../reports/limits/comparison'
import { withheldFrom } from './blind'
import { comparisonLabel, exhibitLabel, faceLabel } from './exhibits'
import { pagesOf } from './scope'

/** A comparison as the library has it, before anything is computed again. */
export interface StoredComparison {
  comparison: Omit<ReportComparison, 'limits'>
  context: Pick<ComparisonContext, 'withheld' | 'points' | 'blindFirst'>
}

/** What is withheld from who makes the report is not read into it. */
export function storedComparison(library: Library, stored: CaseComparison, blindFirst: boolean, language: ReportLanguage): StoredComparison {
  const { read } = library
  const { id, stage, version } = stored
  const withheld = withheldFrom(library, stored, language)
  const [faceA, faceB] = [read.face(stored.faceA), read.face(stored.faceB)]
  const sides = { a: sideOf(library, faceA, language), b: sideOf(library, faceB, language) }
  const base = {
    id, label: comparisonLabel(stored), stage, version, amendments: read.amendments(id).map(({ version, at, by, reason }) => ({ version, at, by, reason })), ...sides,
    enhancement: read.enhancement(id), annotations: read.annotations(id), maps: null
  }
  const context = { withheld, points: { a: pointsOf(faceA), b: pointsOf(faceB) }, blindFirst }
  if (withheld !== null) return { comparison: { ...base, run: null, runs: [], checklist: [], opinions: [], conclusions: [] }, context }
  const runs = pagesOf(page => read.runs(id, page)).reverse()
  const last = runs.at(-1)
  return {
    comparison: {
      ...base,
      run: last === undefined ? null : read.run(last.id),
      runs,
      checklist: read.checklist(id).items,
      opinions: read.opinions(id).filter(({ locked, withdrawn }) => locked !== null || withdrawn !== null),
      conclusions: read.conclusions(id)
    },
    context
  }
}

function sideOf({ read }: Library, face: ReturnType<Library['read']['face']>, language: ReportLanguage): ReportComparison['a'] {
  const exhibit = read.exhibit(face.exhibit)
  return { exhibit: exhibitLabel(exhibit), face: faceLabel(face, exhibit, language), faceId: face.id, name: exhibit.name }
}
