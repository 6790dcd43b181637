import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import type { Sight } from '../../../../shared/domain/opinion'
import { useAct } from '../../client'
import { useHold } from '../../data/hold'

/** An independent opinion by another examiner: offered where it may be, and otherwise why not. */
export function BeginSecond({ comparison, maySecond: { allowed, reason } }: { comparison: string; maySecond: Sight['maySecond'] }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { mutate, isPending } = useAct('opinion.begin')
  const hold = useHold()
  const obstacle = hold ?? (allowed ? null : reason)
  return (
    <Paper withBorder p="sm" component="section" aria-label="Independent second opinion">
      <Stack gap="xs">
        <Title order={3} size="h6">Independent second opinion</Title>
        <Text size="sm">Another examiner judges the same photos with a checklist and a conclusion of their own, without seeing the score or what anybody else found. Afterwards both stand side by side.</Text>
        <Group>
          <Button size="xs" px="sm" variant="default" leftSection={<IconUserPlus size={15} stroke={1.6} aria-hidden />} disabled={obstacle !== null} onClick={open}>
            Begin an independent second opinion
          </Button>
        </Group>
        {obstacle !== null && <Text size="xs" c="dimmed">{obstacle}</Text>}
      </Stack>
      <Modal opened={opened} onClose={close} title="Begin an independent second opinion?">
        <Stack gap="sm">
          <Text size="sm">From now on score, decision, maps, runs and everybody else’s findings on this comparison are withheld from you, until you lock your opinion or withdraw it. Both are logged.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>Cancel</Button>
            <Button loading={isPending} onClick={() => mutate({ comparison }, { onSettled: close })}>Begin</Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  )
}
