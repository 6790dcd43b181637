import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Opinion } from '../../../../shared/domain/opinion'
import { useAct } from '../../client'
import { ReasonDialog } from '../../ui/ReasonDialog'

/** Gives up a second opinion that is being formed. It stays on record, with the reason. */
export function WithdrawOpinion({ opinion: { id } }: { opinion: Opinion }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { mutate, isPending } = useAct('opinion.withdraw')
  return (
    <Group>
      <Button size="compact-sm" variant="default" onClick={open}>
        Withdraw this opinion …
      </Button>
      <ReasonDialog opened={opened} title="Withdraw your opinion?" act="Withdraw" busy={isPending} onClose={close} onReason={reason => mutate({ id, reason }, { onSuccess: close })}>
        It stays on record as withdrawn, with what you entered and your reason. The result and the other opinions are shown to you again, so that you can’t form another independent one on this comparison.
      </ReasonDialog>
    </Group>
  )
}
