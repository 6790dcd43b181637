import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconRotate, IconTrash } from '@tabler/icons-react'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { useAct } from '../../../client'
import { useHeld } from '../../../data/hold'
import { ReasonDialog } from '../../../ui/ReasonDialog'
import { useUndo } from '../../../ui/undo'

/** Takes an exhibit out of its case with a reason, or puts it back. Bytes and record stay either way. */
export function RemoveExhibit({ exhibit: { id, number, removed } }: { exhibit: Exhibit }) {
  const [asking, { open, close }] = useDisclosure(false)
  const remove = useAct('exhibit.remove')
  const restore = useAct('exhibit.restore')
  const readOnly = useHeld()
  const { push } = useUndo()
  const onReason = (reason: string): void =>
    remove.mutate(
      { id, reason },
      {
        onSuccess: () => {
          close()
          push({ label: `removal of exhibit E-${number}`, undo: () => restore.mutateAsync({ id }), redo: () => remove.mutateAsync({ id, reason }) })
        }
      }
    )
  if (removed)
    return (
      <Button variant="default" leftSection={<IconRotate size={16} stroke={1.6} />} disabled={readOnly} loading={restore.isPending} onClick={() => restore.mutate({ id })}>
        Restore exhibit
      </Button>
    )
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} stroke={1.6} />} disabled={readOnly} onClick={open}>
        Remove exhibit
      </Button>
      <ReasonDialog opened={asking} title={`Remove exhibit E-${number}`} act="Remove exhibit" busy={remove.isPending} onClose={close} onReason={onReason}>
        It leaves the case’s lists. Its bytes, its record and its log stay, and it can be restored.
      </ReasonDialog>
    </>
  )
}
