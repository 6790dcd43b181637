import { ActionIcon, Button, Group, Modal, Progress, Stack, Text, Textarea, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { Time } from '../../../ui/Time'
import { count } from '../../../ui/format'
import { useCaseUse } from './CaseUse'

/** Since when the case is in use, what for, and how its evidence stood. */
export function UseLine() {
  const use = useCaseUse()
  const [opened, { open, close }] = useDisclosure(false)
  if (!use || use.current.state === 'failed') return null
  if (use.current.state === 'beginning') return <Beginning progress={use.current.progress} />
  const { begun, purpose, evidence } = use.current.use
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      <Text size="xs" c="dimmed" component="div" truncate>
        In use since <Time at={begun} /> · {count(evidence.checked, 'photo')} checked{evidence.failed.length === 0 ? ', all as they came in' : ''} · for: {purpose}
      </Text>
      <Tooltip label="State another purpose for this use">
        <ActionIcon variant="subtle" color="gray" size="xs" onClick={open} aria-label="State another purpose for this use">
          <IconPencil size={13} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={opened} onClose={close} title="Purpose of this use">
        <PurposeForm
          purpose={purpose}
          onCancel={close}
          onSubmit={text => {
            use.restart(text)
            close()
          }}
        />
      </Modal>
    </Group>
  )
}

function Beginning({ progress }: { progress: { done: number; total: number } | null }) {
  return (
    <Group gap="xs" role="status">
      <Text size="xs" c="dimmed">
        The evidence is being checked
      </Text>
      <Progress w={160} value={progress ? (100 * progress.done) / progress.total : 0} aria-label="Check of the evidence" />
    </Group>
  )
}

function PurposeForm({ purpose, onCancel, onSubmit }: { purpose: string; onCancel: () => void; onSubmit: (purpose: string) => void }) {
  const [text, setText] = useState(purpose)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea label="Purpose" description="The use so far ends in the log, and one with this purpose begins." data-autofocus required autosize minRows={3} maxLength={2000} value={text} onChange={event => setText(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={text.trim() === ''}>
            Begin
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
