import { Group, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconHelpCircle, type Icon } from '@tabler/icons-react'
import type { Light } from '../../../../shared/domain/quality'
import classes from './faces.module.css'

/** A light is told by shape and word first; its colour only helps. */
const LIGHTS: Readonly<Record<Light, { word: string; icon: Icon }>> = {
  green: { word: 'Good', icon: IconCircleCheck },
  amber: { word: 'Caution', icon: IconAlertTriangle },
  red: { word: 'Poor', icon: IconAlertOctagon },
  unknown: { word: 'Not measured', icon: IconHelpCircle }
}

export const lightWord = (light: Light): string => LIGHTS[light].word

/** Its icon alone, where the word stands beside it or in a label around it. */
export function LightIcon({ light, size = 16 }: { light: Light; size?: number }) {
  const Shape = LIGHTS[light].icon
  return <Shape size={size} stroke={2} className={classes.light} data-light={light} aria-hidden />
}

export function QualityLight({ light }: { light: Light }) {
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <LightIcon light={light} />
      <Text span size="xs" fw={600}>
        {LIGHTS[light].word}
      </Text>
    </Group>
  )
}
