import { ActionIcon, Button, Group, NumberInput, Slider, Stack, Text, Tooltip } from '@mantine/core'
import { IconDeviceFloppy, IconRestore } from '@tabler/icons-react'
import type { JobState } from '../../../client'
import { useHold } from '../../../data/hold'
import { ErrorNote } from '../../../ui/ErrorNote'
import { isSameThreshold, type Verdict } from './verdict'

interface ThresholdControlProps {
  verdict: Verdict
  range: { from: number; to: number }
  /** The model's calibrated threshold; null where none is known. */
  calibrated: number | null
  /** The threshold of the run that is shown. */
  kept: number
  job: JobState<'comparison.run'>
  onChange: (threshold: number) => void
  onKeep: () => void
  onCancel: () => void
}

const STEP = 0.0001

/** Moves the threshold; the maps follow live. Nothing is kept until the examiner says so. */
export function ThresholdControl({ verdict: { threshold, thresholdText }, range, calibrated, kept, job, onChange, onKeep, onCancel }: ThresholdControlProps) {
  // "0.30" comes as text, so that the zero being typed is not lost.
  const set = (value: number | string): void => {
    const number = value === '' ? NaN : Number(value)
    if (Number.isFinite(number)) onChange(Math.round(Math.min(1, Math.max(-1, number)) * 10_000) / 10_000)
  }
  const hold = useHold()
  const isKept = isSameThreshold(threshold, kept)
  return (
    <Stack gap={10}>
      <Slider min={range.from} max={range.to} step={STEP} value={threshold} onChange={set} label={null} thumbLabel="Threshold" thumbSize={16} size={4} />
      <Group gap="xs" wrap="nowrap">
        <NumberInput size="xs" w={104} min={-1} max={1} step={0.005} decimalScale={4} fixedDecimalScale value={threshold} onChange={set} aria-label="Threshold, cosine" className="tabular" />
        <Tooltip label={calibrated === null ? 'No calibrated threshold is known for this model' : `Back to the calibrated threshold ${calibrated.toFixed(4)}`}>
          <ActionIcon
            size={30}
            variant="default"
            aria-label="Back to the calibrated threshold"
            disabled={calibrated === null || isSameThreshold(threshold, calibrated)}
            onClick={() => calibrated !== null && set(calibrated)}
          >
            <IconRestore size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip multiline w={280} label={hold ?? "Scores the pair again at this threshold, after checking both photos' bytes, and keeps the result as a run of its own"}>
          <Button size="xs" ml="auto" leftSection={<IconDeviceFloppy size={15} aria-hidden />} loading={job.state === 'running'} disabled={hold !== null} onClick={onKeep} variant={isKept ? 'default' : 'filled'}>
            Keep this run
          </Button>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed" data-testid="threshold-origin">
        {thresholdText}
      </Text>
      {!isKept && (
        <Text size="xs" c="dimmed">
          Not kept: the run was made at {kept.toFixed(4)}.
        </Text>
      )}
      {job.state === 'running' && (
        <Group gap="xs" justify="space-between">
          <Text size="xs" role="status">
            {job.progress?.step ?? 'Starting'} …
          </Text>
          <Button size="compact-xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      )}
      {job.state === 'failed' && <ErrorNote title="The run failed; nothing was kept" error={job.error} />}
    </Stack>
  )
}
