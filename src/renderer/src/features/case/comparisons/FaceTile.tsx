import { Group, Text, UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { worstLight } from '../../../../../shared/domain/quality'
import { FaceCrop } from '../../../ui/FaceCrop'
import { LightDot, lightWords } from '../../../ui/LightDot'
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
  const light = worstLight(face.quality)
  const name = `E-${exhibit.number} face ${face.index + 1}`
  const label = `${face.mark ? `${markText(face.mark)}, ` : ''}${name}, ${lightWords(light)}${chosen === null ? '' : `, chosen as ${chosen.toUpperCase()}`}`
  const press = (event: KeyboardEvent): void => {
    const side = event.key.toLowerCase()
    if (side === 'a' || side === 'b') onChoose(side)
  }
  return (
    <UnstyledButton className={classes.tile} aria-pressed={chosen !== null} aria-label={label} onClick={() => onChoose()} onKeyDown={press}>
      {chosen && <span className={classes.side}>{chosen.toUpperCase()}</span>}
      <Group justify="center">
        <FaceCrop face={face.id} size={88} label="" />
      </Group>
      <Group gap={4} justify="center" wrap="nowrap" mt={4}>
        <LightDot light={light} />
        <Text size="xs" truncate fw={face.mark ? 600 : 400}>
          {face.mark ? `${markText(face.mark)} · E-${exhibit.number}` : name}
        </Text>
      </Group>
    </UnstyledButton>
  )
}
