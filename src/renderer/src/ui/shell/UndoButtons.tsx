import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, type Icon } from '@tabler/icons-react'
import { useUndo } from '../undo'

/** Takes the last edit back, or makes it again. */
export function UndoButtons() {
  const { undo, redo, undoLabel, redoLabel } = useUndo()
  return (
    <Group gap={2} wrap="nowrap">
      <Step name="Undo" keys="Ctrl+Z" icon={IconArrowBackUp} about={undoLabel} onClick={undo} />
      <Step name="Redo" keys="Ctrl+Shift+Z" icon={IconArrowForwardUp} about={redoLabel} onClick={redo} />
    </Group>
  )
}

interface StepProps {
  name: string
  keys: string
  icon: Icon
  about: string | null
  onClick: () => void
}

function Step({ name, keys, icon: StepIcon, about, onClick }: StepProps) {
  return (
    <Tooltip label={about === null ? `Nothing to ${name.toLowerCase()}` : `${name}: ${about} (${keys})`}>
      <ActionIcon variant="subtle" color="gray" size="lg" onClick={onClick} disabled={about === null} aria-label={name}>
        <StepIcon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
