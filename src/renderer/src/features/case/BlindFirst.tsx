import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Case } from '../../../../shared/domain/case'
import { useAct, useCall } from '../../client'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { WHY_BLIND } from '../opinion/words'

/** Whether the case is examined blind first, and the switch with its reason. */
export function BlindFirst({ case: { id, revision, blindFirst }, onDone }: { case: Case; onDone: () => void }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { mutate, isPending } = useAct('case.setBlindFirst')
  const ran = useHasRuns(id)
  const late = !blindFirst && ran
  return (
    <Paper withBorder p="sm" component="section" aria-label="Blind first">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h6">{`Blind first: ${blindFirst ? 'on' : 'off'}`}</Title>
          <Button size="compact-sm" variant="default" disabled={late} onClick={open}>
            {blindFirst ? 'Switch off …' : 'Switch on …'}
          </Button>
        </Group>
        <Text size="sm">{WHY_BLIND}</Text>
        <Text size="xs" c="dimmed">
          {late ? 'It can’t be switched on any more: the model was run in this case, and its result may have been seen.' : blindFirst ? 'Switching it off is logged with your reason, and the report says so.' : 'It can be switched on until the model is run in this case.'}
        </Text>
      </Stack>
      <ReasonDialog opened={opened} title={`Switch blind first ${blindFirst ? 'off' : 'on'}?`} act={blindFirst ? 'Switch off' : 'Switch on'} busy={isPending} onClose={close} onReason={reason => mutate({ id, revision, blindFirst: !blindFirst, reason }, { onSuccess: onDone, onError: close })}>
        {blindFirst ? 'Score, decision and maps of every comparison in this case are shown at once from then on.' : WHY_BLIND}
      </ReasonDialog>
    </Paper>
  )
}

/** Comparisons with a score come first in this order. */
function useHasRuns(caseId: string): boolean {
  const { data } = useCall('comparison.list', { case: caseId, sort: 'cosine', descending: true, limit: 1 })
  return data?.rows.some(({ run }) => run !== null) ?? false
}
