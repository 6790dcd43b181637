import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import { pointsOf, type MarkedFace } from '../../../../shared/domain/markedFace'
import { useAct } from '../../client'
import { useHeld } from '../../data/hold'
import { useUndo } from '../../ui/undo'
import { dropDraft } from './drafts'
import { useShowFace } from './useFaces'

/** Takes away a face that was set by hand. Faces that the program found stay. */
export function RemoveFace({ face, onRemoved }: { face: MarkedFace; onRemoved: () => void }) {
  const { mutateAsync: remove, isPending } = useAct('face.remove')
  const { mutateAsync: add } = useAct('face.add')
  const readOnly = useHeld()
  const show = useShowFace()
  const { push } = useUndo()
  const run = async (): Promise<void> => {
    await remove({ id: face.id })
    let back: string | null = null
    const undo = async (): Promise<void> => {
      const added = await add({ exhibit: face.exhibit, points: pointsOf(face) })
      back = added.id
      show(added)
    }
    push({ label: `removal of face ${face.index + 1}`, undo, redo: () => back && remove({ id: back }) })
    dropDraft(face.id)
    onRemoved()
  }
  const ask = (): void => {
    modals.openConfirmModal({
      title: `Remove face ${face.index + 1}?`,
      children: <Text size="sm">It was set by hand. A comparison that uses it keeps it from being removed.</Text>,
      labels: { confirm: 'Remove', cancel: 'Cancel' },
      confirmProps: { color: 'red' },
      onConfirm: () => void run().catch(() => undefined) // useAct has said it
    })
  }
  return <Button size="compact-xs" variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} disabled={readOnly} loading={isPending} onClick={ask}>Remove</Button>
}
