import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Conclusion } from '../../../../shared/domain/conclusion'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Time } from '../../ui/Time'
import classes from './conclusion.module.css'
import { ConclusionForm } from './ConclusionForm'
import { EMPTY, useConclusion, useVersions } from './useConclusion'
import { Version, Versions } from './Versions'

/** The examiner's own opinion, in a frame of its own: nothing of the machine's is in it, and nothing is filled in. */
export function ConclusionPanel({ comparison }: { comparison: string }) {
  const { versions, error } = useVersions(comparison)
  return (
    <section className={classes.frame} aria-labelledby="conclusion-title">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="conclusion-title">The examiner’s conclusion</Title>
          <Text size="xs" c="dimmed">Yours alone. The program neither fills it in nor reads it into a score.</Text>
        </div>
        {error && <ErrorNote title="The conclusion could not be read" error={error} />}
        {!error && !versions && <Skeleton h={240} aria-label="The conclusion is being loaded" />}
        {versions && <Loaded comparison={comparison} versions={versions} />}
      </Stack>
    </section>
  )
}

function Loaded({ comparison, versions }: { comparison: string; versions: readonly Conclusion[] }) {
  const { writing, begin, kept, takeUp, forget } = useConclusion(comparison, versions)
  const { data: settings } = useCall('settings.get', {})
  const [last] = versions
  if (writing)
    return (
      <>
        {settings ? <ConclusionForm writing={writing} scale={settings.scale} examiner={settings.examiner} /> : <Skeleton h={240} />}
        <Versions versions={versions} />
      </>
    )
  return (
    <>
      {kept && (
        <Alert color="blue" variant="light" title="A draft that was not saved" role="note">
          <Text size="sm" mb="xs">Begun in this window, last changed <Time at={kept.at} />.</Text>
          <Group gap="xs">
            <Button size="compact-sm" onClick={takeUp}>Go on with it</Button>
            <Button size="compact-sm" variant="default" onClick={forget}>Throw it away</Button>
          </Group>
        </Alert>
      )}
      {last ? <Version conclusion={last} /> : <Text size="sm">Not recorded.</Text>}
      {!kept && (
        <Group>
          <Button size="sm" leftSection={<IconPencil size={15} aria-hidden />} onClick={() => begin(last ?? EMPTY)}>{last ? 'Write a new version' : 'Write a conclusion'}</Button>
        </Group>
      )}
      <Versions versions={versions.slice(1)} />
    </>
  )
}
