import { Group, Text, UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { worstLight } from '../../../../../shared/domain/quality'
import { FaceCrop } from '../../../ui/FaceCrop'
import { LightDot } from '../../../ui/LightDot'
import type { Side } from '../pair/usePair'
import classes from './NewComparison.module.css'

interface Props {
  exhibit: Exhibit
  face: MarkedFace
  chosen: Side | null
  /** Without a side: the one that is being chosen for. */
  onChoose: (side?: Side) => void
}

/** A face that can be put on either side. */
export function FaceTile({ exhibit, face, chosen, onChoose }: Props) {
  const press = (event: KeyboardEvent): void => {
    const side = event.key.toLowerCase()
    if (side === 'a' || side === 'b') onChoose(side)
  }
  return (
    <UnstyledButton className={classes.tile} aria-pressed={chosen !== null} onClick={() => onChoose()} onKeyDown={press}>
      <Group justify="center">
        <FaceCrop face={face.id} size={88} label="" />
      </Group>
      <Group gap={4} justify="center" wrap="nowrap" mt={4}>
        <Text size="xs" truncate fw={face.mark ? 600 : 400}>
          {face.mark ? `${markText(face.mark)} · E-${exhibit.number}` : `E-${exhibit.number}`}
          <span className={face.mark ? 'unseen' : undefined}>{` face ${face.index + 1}`}</span>
        </Text>
        <LightDot light={worstLight(face.quality)} />
      </Group>
      {chosen && (
        <span className={classes.side}>
          <span className="unseen">chosen as </span>
          {chosen.toUpperCase()}
        </span>
      )}
    </UnstyledButton>
  )
}
