import { Screen } from '../../ui/Screen'

/** One case. */
export function CaseScreen(_props: { caseId: string; tab: string | undefined }) {
  return <Screen title="Case">{null}</Screen>
}
