import { Badge, Button, Group, Paper, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { RunSummary } from '../../../../../shared/domain/caseComparison'
import { useCall } from '../../../client'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Time } from '../../../ui/Time'
import { signed } from '../result/verdict'

const PAGE = 50

interface HistoryPanelProps {
  comparison: string
  /** The run whose numbers are shown. */
  shown: string | null
  onShow: (run: RunSummary) => void
}

/** Every run that was kept; none is ever replaced. Choosing one shows its numbers and computes its maps again. */
export function HistoryPanel({ comparison, shown, onShow }: HistoryPanelProps) {
  const [limit, setLimit] = useState(PAGE)
  const { data, error } = useCall('run.list', { comparison, limit }, { keepPrevious: true })
  if (error) return <ErrorNote title="The runs could not be read" error={error} />
  if (!data) return <Skeleton h={200} mt="md" />
  if (data.total === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        No run was kept yet. Each run keeps its score, threshold, points, model and hashes for good.
      </Text>
    )
  return (
    <Stack gap="xs" py="md" component="ul" p={0} style={{ listStyle: 'none' }}>
      {data.rows.map(run => (
        <li key={run.id}>
          <Entry run={run} isShown={run.id === shown} onShow={onShow} />
        </li>
      ))}
      {data.total > data.rows.length && (
        <Button variant="default" size="xs" onClick={() => setLimit(limit + PAGE)}>
          Show more of {data.total} runs
        </Button>
      )}
    </Stack>
  )
}

function Entry({ run, isShown, onShow }: { run: RunSummary; isShown: boolean; onShow: (run: RunSummary) => void }) {
  const { number, at, by, cosine, threshold, thresholdKind, model } = run
  return (
    <UnstyledButton w="100%" onClick={() => onShow(run)} aria-current={isShown}>
      <Paper withBorder p="sm" style={isShown ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600} size="sm">
            Run {number}
          </Text>
          {isShown ? <Badge variant="light" tt="none">on the screen</Badge> : <Text size="xs" c="dimmed">show</Text>}
        </Group>
        <Text size="sm" className="tabular">
          Score {cosine.toFixed(4)}, {signed(cosine - threshold)} from the {thresholdKind === 'calibrated' ? 'calibrated' : 'examiner’s'} threshold {threshold.toFixed(4)}
        </Text>
        <Text size="xs" c="dimmed">
          <Time at={at} /> · {by} · {model}
        </Text>
      </Paper>
    </UnstyledButton>
  )
}
