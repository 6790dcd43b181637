import { ActionIcon, Box, Group, Slider, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { EnhancementStep, EnhancementSteps } from '../../../../shared/domain/enhancement'
import { useHeld } from '../../data/hold'
import { sayChangedElsewhere } from '../panels/changedElsewhere'
import classes from './enhancement.module.css'
import { STEPS, reordered, withStep, withoutStep, type Parameter } from './steps'

interface Props {
  steps: EnhancementSteps
  onChange: (steps: EnhancementSteps, label: string) => void
}

/** The steps of one photo in their order. */
export function StepList({ steps, onChange }: Props) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const move = (from: number, to: number): void => onChange(reordered(steps, from, to), `place of ${STEPS[steps[from]!.kind].label}`)
  if (steps.length === 0) return <Text size="sm" c="dimmed">No steps: the copy is the photo itself.</Text>
  return (
    <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Steps, in their order">
      {steps.map((step, i) => (
        <StepCard
          key={`${i} ${step.kind}`}
          step={step}
          index={i}
          count={steps.length}
          target={over === i && dragged !== i}
          onChange={next => onChange(withStep(steps, i, next), STEPS[step.kind].label)}
          onRemove={() => onChange(withoutStep(steps, i), `removal of ${STEPS[step.kind].label}`)}
          onMove={to => move(i, to)}
          onDragStart={() => setDragged(i)}
          onDragOver={event => {
            if (dragged === null) return
            event.preventDefault()
            setOver(i)
          }}
          onDrop={() => dragged !== null && move(dragged, i)}
          onDragEnd={() => {
            setDragged(null)
            setOver(null)
          }}
        />
      ))}
    </Stack>
  )
}

interface CardProps {
  step: EnhancementStep
  index: number
  count: number
  target: boolean
  onChange: (step: EnhancementStep) => void
  onRemove: () => void
  onMove: (to: number) => void
  onDragStart: () => void
  onDragOver: (event: DragEvent) => void
  onDrop: () => void
  onDragEnd: () => void
}

function StepCard({ step, index, count, target, onChange, onRemove, onMove, onDragStart, onDragOver, onDrop, onDragEnd }: CardProps) {
  const { label, what, parameters } = STEPS[step.kind]
  const readOnly = useHeld()
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.altKey && !readOnly ? { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key] : undefined
    if (to === undefined || to < 0 || to >= count) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <Box component="li" className={classes.step} data-target={target || undefined} data-step={step.kind} onKeyDown={onKeyDown} onDragOver={onDragOver} onDrop={onDrop}>
      <Group gap={4} wrap="nowrap">
        <Box className={classes.grip} draggable={!readOnly} onDragStart={onDragStart} onDragEnd={onDragEnd} aria-hidden><IconGripVertical size={16} /></Box>
        <Text size="sm" fw={600} flex={1} miw={0}>{`${index + 1}. ${label}`}</Text>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Move ${label} up`} disabled={readOnly || index === 0} onClick={() => onMove(index - 1)}><IconArrowUp size={15} aria-hidden /></ActionIcon>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Move ${label} down`} disabled={readOnly || index === count - 1} onClick={() => onMove(index + 1)}><IconArrowDown size={15} aria-hidden /></ActionIcon>
        <ActionIcon size="sm" variant="subtle" color="red" aria-label={`Remove ${label}`} disabled={readOnly} onClick={onRemove}><IconTrash size={15} aria-hidden /></ActionIcon>
      </Group>
      <Text size="xs" c="dimmed" pl={22}>{what}</Text>
      {parameters.map(parameter => (
        <ParameterSlider key={parameter.name} step={step} parameter={parameter} name={label} onChange={onChange} />
      ))}
    </Box>
  )
}

/** Stored when it is let go; until then only its own figure moves. */
function ParameterSlider({ step, parameter: { label, least, most, step: by, read, write, words }, name, onChange }: { step: EnhancementStep; parameter: Parameter; name: string; onChange: (step: EnhancementStep) => void }) {
  const [moving, setMoving] = useState<number | null>(null)
  const begun = useRef<number | null>(null)
  const value = moving ?? read(step)
  const readOnly = useHeld()
  return (
    <Group gap="sm" wrap="nowrap" pl={22} mt={4}>
      <Text size="xs" w={52}>{label}</Text>
      <Slider
        flex={1}
        size="sm"
        label={null}
        disabled={readOnly}
        min={least}
        max={most}
        step={by}
        value={value}
        thumbLabel={`${name}: ${label}`}
        onChange={to => {
          begun.current ??= read(step)
          setMoving(to)
        }}
        onChangeEnd={end => {
          const elsewhere = begun.current !== null && begun.current !== read(step)
          begun.current = null
          setMoving(null)
          if (elsewhere) sayChangedElsewhere(`${name}: ${label}`)
          else if (end !== read(step)) onChange(write(step, end))
        }}
      />
      <Text size="xs" w={64} ta="right" className="tabular">{words(value)}</Text>
    </Group>
  )
}
