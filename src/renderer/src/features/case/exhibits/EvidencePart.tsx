import { Button, Group, Stack } from '@mantine/core'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { useAct, useJob } from '../../../client'
import { useHeld } from '../../../data/hold'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Fact } from '../../../ui/Fact'
import { Hash } from '../../../ui/Hash'
import { Time } from '../../../ui/Time'
import { EvidenceMark } from './EvidenceMark'

/** The hash of the bytes as they came in, its last check, and a new one; and looking for faces again. */
export function EvidencePart({ exhibit: { id, number, sha256, evidence } }: { exhibit: Exhibit }) {
  const verify = useAct('exhibit.verify')
  const analyse = useJob('exhibit.analyse', { title: `Faces of E-${number}` })
  const readOnly = useHeld()
  return (
    <Stack gap="xs">
      <Fact label="SHA-256">
        <Hash sha256={sha256} whole />
      </Fact>
      <Fact label="State">
        <EvidenceMark evidence={evidence} />
      </Fact>
      <Fact label="Last checked">
        <Time at={evidence.checkedAt} />
      </Fact>
      {evidence.found !== null && <Fact label="Found">{evidence.found}</Fact>}
      <Group gap="xs">
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({ id })}>
          Verify now
        </Button>
        <Button variant="default" disabled={readOnly} loading={analyse.current.state === 'running'} onClick={() => void analyse.start({ id })}>
          Look for faces again
        </Button>
      </Group>
      {analyse.current.state === 'failed' && <ErrorNote title="Faces could not be looked for" error={analyse.current.error} />}
    </Stack>
  )
}
