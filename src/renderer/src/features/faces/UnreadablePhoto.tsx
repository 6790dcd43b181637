import type { Exhibit } from '../../../../shared/domain/exhibit'
import { Screen } from '../../ui/Screen'
import { AnalysisNote } from './AnalysisNote'
import { EditorHead } from './EditorHead'
import { ExhibitFacts } from './ExhibitFacts'

/** An exhibit that could not be decoded, or was not yet: what is on record, and why there is no picture. */
export function UnreadablePhoto({ caseId, exhibit }: { caseId: string; exhibit: Exhibit }) {
  return (
    <>
      <EditorHead caseId={caseId} exhibit={exhibit} />
      <Screen title="No picture to show">
        <AnalysisNote exhibit={exhibit} onPlace={() => undefined} />
        <ExhibitFacts exhibit={exhibit} />
      </Screen>
    </>
  )
}
