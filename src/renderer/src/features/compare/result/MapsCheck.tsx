import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Run } from '../../../../../shared/domain/caseComparison'
import { EXPLAINERS } from '../../../../../shared/domain/explainers'
import type { Live } from '../live/useLive'
import { isSameThreshold } from './verdict'

/** Maps are not stored: they are computed again. Says whether they are the same bytes as the run's. */
export function MapsCheck({ run, live, enhanced, moved }: { run: Run; live: Live; enhanced: boolean; moved: boolean }) {
  const { explanation, current } = live
  if (explanation && explanation.explainer !== 'xssab')
    return (
      <Text size="xs" c="dimmed" data-testid="maps-check">
        These maps are by {EXPLAINERS[explanation.explainer].title}, for looking. Run {run.number} and reports keep the maps of xSSAB; values and colours of two explainers don’t compare.
      </Text>
    )
  if (!explanation || !current || enhanced || !isSameThreshold(explanation.threshold, run.threshold)) return null
  const same = explanation.mapsSha256 === run.mapsSha256
  if (same)
    return (
      <Group gap={6} wrap="nowrap" align="flex-start" data-testid="maps-check">
        <IconCheck size={15} color="var(--mantine-primary-color-filled)" style={{ flex: 'none', marginTop: 2 }} aria-hidden />
        <Text size="xs" c="dimmed">
          The maps were computed again just now; their SHA-256 equals the one kept with run {run.number}.
        </Text>
      </Group>
    )
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" data-testid="maps-check">
      <IconAlertTriangle size={15} color="var(--mantine-color-yellow-filled)" style={{ flex: 'none', marginTop: 2 }} aria-hidden />
      <Text size="xs">
        The maps were computed again just now, and their SHA-256 is not the one kept with run {run.number}
        {moved ? ': the points of a face were changed since.' : '. Another device, model or version computes the last digits differently; the run says which it was made with.'}
      </Text>
    </Group>
  )
}
