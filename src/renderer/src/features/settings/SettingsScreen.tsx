import { Screen } from '../../ui/Screen'

/** What this installation prefers. */
export function SettingsScreen() {
  return <Screen title="Settings">{null}</Screen>
}
