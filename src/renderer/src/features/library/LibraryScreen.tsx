import { Screen } from '../../ui/Screen'

/** Opening and making a case library. */
export function LibraryScreen() {
  return <Screen title="Library">{null}</Screen>
}
