import { Alert, Anchor, List } from '@mantine/core'
import { IconShieldX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { toExhibitFacts } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { useCaseUse } from './CaseUse'

/** What the check of the photos' hashes found when the case was opened, where it found something. */
export function EvidenceAlert() {
  const current = useCaseUse()?.current
  if (current?.state === 'failed' && current.error.code !== 'library.read-only') return <ErrorNote title="The use of this case could not be logged" error={current.error} />
  if (current?.state !== 'begun' || current.use.evidence.failed.length === 0) return null
  const { case: caseId, evidence } = current.use
  return (
    <Alert color="red" variant="light" icon={<IconShieldX />} title="Stored photos no longer have the hash they came in with" role="alert">
      They can’t be compared any more, and the failure stays on record. The original files, where you have them, can be imported again.
      <List size="sm" mt="xs">
        {evidence.failed.map(({ exhibit, number, name }) => (
          <List.Item key={exhibit}>
            <Anchor component={Link} href={toExhibitFacts(caseId, exhibit)} size="sm" underline="always">{`E-${number} ${name}`}</Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
