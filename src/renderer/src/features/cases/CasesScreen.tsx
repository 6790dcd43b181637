import { Screen } from '../../ui/Screen'

/** The cases of the library. */
export function CasesScreen() {
  return <Screen title="Cases">{null}</Screen>
}
