import { Screen } from '../../ui/Screen'
import { ModelCard } from './ModelCard'

/** The default models and whether this machine computes with them as it should. */
export function ModelsScreen() {
  return (
    <Screen title="Models & self-test">
      <ModelCard />
    </Screen>
  )
}
