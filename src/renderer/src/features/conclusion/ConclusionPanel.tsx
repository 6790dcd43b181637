import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Conclusion } from '../../../../shared/domain/conclusion'
import type { Settings } from '../../../../shared/domain/settings'
import { useCall } from '../../client'
import { useHold } from '../../data/hold'
import { useLibrary } from '../../data/useLibrary'
import { ErrorNote } from '../../ui/ErrorNote'
import { Time } from '../../ui/Time'
import { WithheldNote } from '../../ui/WithheldNote'
import { ConclusionForm } from './ConclusionForm'
import { ConclusionFrame } from './ConclusionFrame'
import type { DraftOwner } from './localDraft'
import { EMPTY, useConclusion, useVersions } from './useConclusion'
import { Version, Versions } from './Versions'

/** The examiner's own opinion, in a frame of its own: nothing of the machine's is in it, and nothing is filled in. */
export function ConclusionPanel({ comparison, provisional }: { comparison: string; provisional: boolean }) {
  const { versions, error } = useVersions(comparison)
  const { data: settings } = useCall('settings.get', {})
  const library = useLibrary()
  const loaded = versions && settings && library
  return (
    <ConclusionFrame title={provisional ? 'Your provisional conclusion' : 'The examiner’s conclusion'} hint={provisional ? PROVISIONAL : OWN}>
      {error?.code === 'comparison.blind' && <WithheldNote>{error.message}</WithheldNote>}
      {error && error.code !== 'comparison.blind' && <ErrorNote title="The conclusion could not be read" error={error} />}
      {!error && !loaded && <Skeleton h={240} aria-label="The conclusion is being loaded" />}
      {!error && loaded && <Loaded key={settings.examiner} owner={{ library: library.folder, comparison, examiner: settings.examiner }} versions={versions} settings={settings} />}
    </ConclusionFrame>
  )
}

const OWN = 'Yours alone. The program neither fills it in nor reads it into a score.'
const PROVISIONAL = 'Formed before the result is seen. It is kept as it is when you lock it; what you conclude afterwards is recorded apart.'

function Loaded({ owner, versions, settings }: { owner: DraftOwner; versions: readonly Conclusion[]; settings: Settings }) {
  const { writing, begin, kept, takeUp, forget } = useConclusion(owner, versions)
  const hold = useHold()
  const [last] = versions
  if (writing)
    return (
      <>
        <ConclusionForm writing={writing} scale={settings.scale} examiner={settings.examiner} />
        <Versions versions={versions} />
      </>
    )
  return (
    <>
      {kept && (
        <Alert color="blue" variant="light" title="A draft that was not saved" role="note">
          <Text size="sm" mb="xs">Begun in this window, last changed <Time at={kept.at} />.</Text>
          <Group gap="xs">
            <Button size="compact-sm" disabled={hold !== null} title={hold ?? undefined} onClick={takeUp}>Go on with it</Button>
            <Button size="compact-sm" variant="default" onClick={forget}>Throw it away</Button>
          </Group>
        </Alert>
      )}
      {last ? <Version conclusion={last} /> : <Text size="sm">Not recorded.</Text>}
      {!kept && (
        <Group>
          <Button size="sm" leftSection={<IconPencil size={15} aria-hidden />} disabled={hold !== null} title={hold ?? undefined} onClick={() => begin(last ?? EMPTY)}>{last ? 'Write a new version' : 'Write a conclusion'}</Button>
        </Group>
      )}
      <Versions versions={versions.slice(1)} />
    </>
  )
}
