import { Button, SimpleGrid, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { useCall } from '../../client'
import { paths } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { Fact } from '../../ui/Fact'
import { Panel } from '../../ui/Panel'
import { Screen } from '../../ui/Screen'
import { NeverClaimed } from './NeverClaimed'

/** What Vidimus is, its versions, and what it never claims. */
export function AboutScreen() {
  const { data, error } = useCall('app.about', {})
  return (
    <Screen title="About Vidimus" hint="Which parts of each face argued for, and against? Photos in, a score and its explanation out; everything stays on this machine.">
      {error && <ErrorNote title="The versions could not be read" error={error} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" className="top">
        <Stack gap="md">
          <Panel
            title="Versions"
            actions={
              <Button variant="default" component={Link} href={paths.models}>
                Models & self-test
              </Button>
            }
          >
            {data && (
              <Stack gap={6}>
                <Fact label="Vidimus">{data.version}</Fact>
                <Fact label="Host">{data.electron === undefined ? 'Web host on this machine' : `Electron ${data.electron}`}</Fact>
                <Fact label="Node">{data.node}</Fact>
                <Fact label="ONNX Runtime">{data.onnxruntime}</Fact>
                <Fact label="Platform">{data.platform}</Fact>
              </Stack>
            )}
          </Panel>
        </Stack>
        <NeverClaimed />
      </SimpleGrid>
    </Screen>
  )
}
