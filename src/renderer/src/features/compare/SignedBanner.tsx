import { Alert, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconWritingSign } from '@tabler/icons-react'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import { useAct, useCall } from '../../client'
import { useReadOnly } from '../../data/useLibrary'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { Time } from '../../ui/Time'
import { dateTime } from '../../ui/format'

/** Why a comparison that was signed can't be changed; null for one that was not. */
export const signedReason = ({ number, locked }: ComparisonRow): string | null =>
  locked && `C-${number} was signed in R-${locked.number} at ${dateTime(locked.at)} by ${locked.by}: amend it to change anything.`

/** Where and by whom it was signed, and its next version. */
export function SignedBanner({ row: { id, case: caseId, number, version, locked } }: { row: ComparisonRow }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { mutate, isPending } = useAct('comparison.amend')
  const { data } = useCall('case.get', { id: caseId })
  const readOnly = useReadOnly()
  if (!locked) return null
  const closed = data !== undefined && data.status !== 'open'
  return (
    <Alert color="blue" variant="light" p="xs" radius={0} icon={<IconWritingSign size={17} />} role="note" aria-label="Signed">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {`Version ${version} was signed in R-${locked.number} at `}<Time at={locked.at} />{` by ${locked.by}. Nothing of it can be changed.`}
        </Text>
        <Button size="compact-sm" variant="default" disabled={readOnly || closed} title={closed ? 'Reopen the case first.' : undefined} onClick={open}>
          Amend …
        </Button>
      </Group>
      <ReasonDialog opened={opened} title={`Amend C-${number}?`} act={`Begin version ${version + 1}`} busy={isPending} onClose={close} onReason={reason => mutate({ id, reason }, { onSuccess: close })}>
        {`The signed report stays as it is. Changes from here on belong to version ${version + 1}, and the next report says that it amends version ${version}, with your reason.`}
      </ReasonDialog>
    </Alert>
  )
}
