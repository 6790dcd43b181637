import { Alert, Button, Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useCall } from '../../client'
import { useReadOnly } from '../../data/useLibrary'
import { useCaseStatus } from '../cases/useCaseStatus'

/** On every screen of a case that is closed or archived: nothing can be changed, and the way out. */
export function ClosedBanner({ caseId }: { caseId: string }) {
  const { data } = useCall('case.get', { id: caseId })
  const setStatus = useCaseStatus()
  const readOnly = useReadOnly()
  if (!data || data.status === 'open') return null
  return (
    <Alert color="gray" variant="light" p="xs" radius={0} icon={<IconLock size={17} />} role="note" aria-label={`Case ${data.status}`}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{`Case ${data.number} is ${data.status}: everything can be looked at, and nothing can be changed.`}</Text>
        <Button size="compact-sm" variant="default" disabled={readOnly} onClick={() => void setStatus(data, 'open').catch(() => undefined)}>
          Reopen
        </Button>
      </Group>
    </Alert>
  )
}
