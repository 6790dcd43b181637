import { Alert, Anchor, Button, List, Modal } from '@mantine/core'
import { IconShieldSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { EvidenceVerdict } from '../../../../../shared/domain/audit'
import { useJob } from '../../../client'
import { toExhibitFacts } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { count } from '../../../ui/format'

/** Hashes the stored photos of a case, or of the whole library, again, and says what that found. */
export function VerifyEvidence({ caseId }: { caseId: string | null }) {
  const { current, start, cancel, reset } = useJob('library.verifyEvidence', { title: 'Check of the evidence' })
  const running = current.state === 'running'
  return (
    <>
      <Button variant="default" leftSection={<IconShieldSearch size={16} stroke={1.6} />} onClick={() => (running ? cancel() : void start({ case: caseId }))}>
        {running ? 'Stop the check' : caseId === null ? 'Verify all evidence' : 'Verify evidence'}
      </Button>
      <Modal opened={current.state === 'done' || current.state === 'failed'} onClose={reset} title="Check of the evidence" size="lg">
        {current.state === 'failed' && <ErrorNote title="The evidence could not be checked" error={current.error} />}
        {current.state === 'done' && <Verdict verdict={current.result} onLeave={reset} />}
      </Modal>
    </>
  )
}

function Verdict({ verdict: { checked, failed, cancelled }, onLeave }: { verdict: EvidenceVerdict; onLeave: () => void }) {
  if (failed.length === 0)
    return (
      <Alert color={cancelled ? 'yellow' : 'teal'} variant="light" title={cancelled ? 'Stopped before the end' : 'All photos are as they came in'} role="status">
        {`${count(checked, 'photo')} hashed again; each has the SHA-256 it was imported with.`}
      </Alert>
    )
  return (
    <Alert color="red" variant="light" title={`${count(failed.length, 'photo')} changed or missing`} role="alert">
      {`Of ${count(checked, 'photo')} hashed again. The failures are on record for good; comparisons with these photos are blocked.`}
      <List size="sm" mt="xs">
        {failed.map(({ exhibit, case: id, name, found }) => (
          <List.Item key={exhibit}>
            <Anchor component={Link} href={toExhibitFacts(id, exhibit)} onClick={onLeave} size="sm" underline="always">
              {name}
            </Anchor>
            {`: ${found}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
