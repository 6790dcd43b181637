import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import type { FivePoints } from '../../../../shared/domain/face'
import { AlignedCrop } from './AlignedCrop'
import { FIVE } from './points'
import type { PhotoSource } from './stage/source'
import type { Placing } from './usePlacing'

/** What to press next while a face is set by hand. */
export function PlacingGuide({ placing: { next, cancel, takeBack, count } }: { placing: Placing }) {
  return (
    <Paper withBorder shadow="md" px="md" py="xs" pos="absolute" top={10} left={10} right={10} maw={640} mx="auto" style={{ cursor: 'default' }} onPointerDown={event => event.stopPropagation()}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" aria-live="polite">
          {next ? <><b>{`${count + 1} of 5: ${next.label}.`}</b> {`Press on ${next.hint}.`}</> : <b>All five are set. Adjust them, then add the face.</b>}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" variant="default" disabled={count === 0} onClick={takeBack}>Take back</Button>
          <Button size="compact-sm" variant="default" onClick={cancel}>Cancel</Button>
        </Group>
      </Group>
    </Paper>
  )
}

/** The new face as far as it is set: its legend, then its crop. */
export function PlacingPanel({ placing, source }: { placing: Placing; source: PhotoSource }) {
  const { points, count, next, add, busy, problem } = placing
  return (
    <Stack gap="md" p="md">
      <Text fw={650} component="h2" size="lg" m={0}>A face set by hand</Text>
      <Stack gap={4} component="ol" m={0} pl="lg">
        {FIVE.map(({ key, label, hint }, i) => (
          <Text key={key} component="li" size="sm" fw={next?.key === key ? 700 : 400} c={i < count || next?.key === key ? 'var(--mantine-color-text)' : 'dimmed'} aria-current={next?.key === key && 'step'}>
            {`${label}: ${hint}${i < count ? ' (set)' : ''}`}
          </Text>
        ))}
      </Stack>
      <Text size="xs" c="dimmed">With the keyboard: move the photo with the arrow keys, and press Enter to set the point in its middle.</Text>
      {!next && !problem && <AlignedCrop face={null} points={points as FivePoints} stored={false} source={source} />}
      {problem && <Text size="sm" c="red">{problem}</Text>}
      <Group>
        <Button disabled={next !== null || problem !== null} loading={busy} onClick={add}>Add this face</Button>
      </Group>
    </Stack>
  )
}
