import { Screen } from '../../ui/Screen'

/** The log of the library. */
export function AuditScreen() {
  return <Screen title="Audit log">{null}</Screen>
}
