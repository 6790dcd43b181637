import { Grid, Loader } from '@mantine/core'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { CreateKey } from './CreateKey'
import { KeyFacts } from './KeyFacts'
import { RestoreKey } from './RestoreKey'

/** The laboratory's signing key, in the settings. */
export function KeyPart() {
  const { data, error } = useCall('key.get', {})
  const { data: settings } = useCall('settings.get', {})
  if (error) return <ErrorNote title="The key could not be read" error={error} />
  if (!data || !settings) return <Loader aria-label="The key is being read" />
  if (data.key) return <KeyFacts laboratoryKey={data.key} />
  return (
    <Grid gap="md">
      <Grid.Col span={7}><CreateKey laboratory={settings.laboratory} /></Grid.Col>
      <Grid.Col span={5}><RestoreKey /></Grid.Col>
    </Grid>
  )
}
