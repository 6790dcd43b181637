import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'

interface Props {
  opened: boolean
  title: string
  /** What will happen. */
  children: string
  /** What the button says. */
  act: string
  busy?: boolean
  onClose: () => void
  onReason: (reason: string) => void
}

/** Asks for the typed reason of an act that is logged with it. */
export function ReasonDialog({ opened, title, children, act, busy = false, onClose, onReason }: Props) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onReason(reason.trim())
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{children}</Text>
          <Textarea label="Reason" data-autofocus required autosize minRows={2} maxLength={1000} value={reason} onChange={event => setReason(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={reason.trim() === ''} loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
