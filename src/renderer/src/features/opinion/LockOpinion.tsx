import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useAct } from '../../client'
import { useHold } from '../../data/hold'
import { ErrorNote } from '../../ui/ErrorNote'

interface Props {
  comparison: string
  /** Nothing is missing any more. */
  ready: boolean
  /** Says what was written and not saved, where there is something: asked when the button is pressed. */
  unsaved: () => string | null
  onLocked?: () => void
}

/** Ends the blind part for good, after a question. */
export function LockOpinion({ comparison, ready, unsaved, onLocked }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const [left, setLeft] = useState<string | null>(null)
  const { mutate, isPending, error, reset } = useAct('opinion.lock', { handles: 'all' })
  const hold = useHold()
  const lock = (): void =>
    mutate(
      { comparison },
      {
        onSuccess: () => {
          close()
          onLocked?.()
        }
      }
    )
  const ask = (): void => {
    reset()
    setLeft(unsaved())
    open()
  }
  return (
    <>
      <Button leftSection={<IconLock size={17} aria-hidden />} disabled={!ready || hold !== null} title={hold ?? undefined} onClick={ask}>
        Lock my opinion and show the result
      </Button>
      <Modal opened={opened} onClose={close} title="Lock your opinion?">
        <Stack gap="sm">
          <Text size="sm">This can’t be undone. Checklist and conclusion are kept exactly as they are now, with your name and the time; then score, decision and maps are shown.</Text>
          <Text size="sm">You may conclude otherwise afterwards. Both are kept, logged and printed in the report.</Text>
          {left !== null && <Text size="sm" fw={600} role="alert">{left}</Text>}
          {error && <ErrorNote title="The opinion was not locked" error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>Not yet</Button>
            <Button loading={isPending} disabled={left !== null} onClick={lock}>Lock it</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
