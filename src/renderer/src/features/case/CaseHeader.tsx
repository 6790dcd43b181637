import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import type { Case } from '../../../../shared/domain/case'
import { useHold } from '../../data/hold'
import { BlindBadge } from '../../ui/BlindBadge'
import { StatusBadge } from '../../ui/StatusBadge'
import { CaseMenu } from '../cases/CaseMenu'
import { EditCase } from './EditCase'
import { UseLine } from './use/UseLine'

/** What the case is, in three lines, and what can be done with all of it. */
export function CaseHeader({ case: row }: { case: Case }) {
  const [editing, { open, close }] = useDisclosure(false)
  const hold = useHold()
  const { number, title, purpose, examiner, tags, status, blindFirst } = row
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
      <Stack gap={2} miw={0}>
        <Group gap="sm">
          <Title order={1} size="h3">
            {title === '' ? number : `${number} · ${title}`}
          </Title>
          <StatusBadge status={status} />
          {blindFirst && <BlindBadge />}
          {tags.map(tag => (
            <Badge key={tag} variant="default">
              {tag}
            </Badge>
          ))}
        </Group>
        <Text size="sm" lineClamp={2}>
          {purpose}
          <Text span c="dimmed" inherit>{` · ${examiner}`}</Text>
        </Text>
        <UseLine />
      </Stack>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button variant="default" leftSection={<IconPencil size={15} stroke={1.6} />} onClick={open} disabled={hold !== null} title={hold ?? undefined}>
          Edit case
        </Button>
        <CaseMenu row={row} />
      </Group>
      <EditCase case={row} opened={editing} onClose={close} />
    </Group>
  )
}
