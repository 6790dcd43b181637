import { SimpleGrid, Skeleton } from '@mantine/core'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Screen } from '../../ui/Screen'
import { ModelCard } from './ModelCard'
import { SelfTest } from './SelfTest'

/** The default models: what they are, and whether this machine computes with them as it should. */
export function ModelsScreen() {
  const { data, error } = useCall('model.list', {})
  return (
    <Screen title="Models & self-test" hint="The models that came with Vidimus. A model of your own is chosen in the settings.">
      <Panel title="Self-test" hint="Checks the models’ bytes and compares the compiled gradient with finite differences, on this machine.">
        <SelfTest />
      </Panel>
      {error && <ErrorNote title="The models could not be read" error={error} />}
      {!data && !error && <Skeleton h={260} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" className="top">
        {data?.models.map(model => (
          <ModelCard key={model.id} model={model} />
        ))}
      </SimpleGrid>
    </Screen>
  )
}
