import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { markText } from '../../../../../shared/domain/markedFace'
import { useCall } from '../../../client'
import { FaceCrop } from '../../../ui/FaceCrop'
import classes from './pair.module.css'
import type { PickedFace, Side } from './usePair'

interface Props {
  side: Side
  picked: PickedFace | null
  onClear: () => void
  size?: number
}

const roles: Record<Side, string> = { a: 'A · probe', b: 'B · reference' }

/** One side of the next comparison: the face chosen for it, or that one is wanted. */
export function PairSlot({ side, picked, onClear, size = 44 }: Props) {
  return (
    <Group gap="sm" wrap="nowrap" className={classes.slot} role="group" aria-label={`Side ${roles[side]}`}>
      {picked ? <Chosen side={side} picked={picked} onClear={onClear} size={size} /> : <Wanted side={side} size={size} />}
    </Group>
  )
}

function Wanted({ side, size }: { side: Side; size: number }) {
  return (
    <>
      <div className={classes.hole} style={{ width: size, height: size }} />
      <div>
        <Text size="xs" c="dimmed">
          {roles[side]}
        </Text>
        <Text size="sm">Choose a face</Text>
      </div>
    </>
  )
}

function Chosen({ side, picked, onClear, size }: { side: Side; picked: PickedFace; onClear: () => void; size: number }) {
  const { data: exhibit } = useCall('exhibit.get', { id: picked.exhibit })
  const face = exhibit?.faces.find(({ id }) => id === picked.face)
  const name = exhibit && face ? `E-${exhibit.number} face ${face.index + 1}` : ''
  return (
    <>
      <FaceCrop face={picked.face} size={size} label={`${roles[side]}: ${name}`} />
      <div className={classes.words}>
        <Text size="xs" c="dimmed">
          {roles[side]}
        </Text>
        <Text size="sm" fw={600} truncate>
          {face?.mark ? `${markText(face.mark)} · ${name}` : name}
        </Text>
      </div>
      <Tooltip label="Take it out">
        <ActionIcon variant="subtle" color="gray" size="sm" onClick={onClear} aria-label={`Take ${roles[side]} out`}>
          <IconX size={15} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
