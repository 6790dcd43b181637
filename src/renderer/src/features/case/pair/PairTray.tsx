import { ActionIcon, Button, Group, Paper, Tooltip } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { PairSlot } from './PairSlot'
import { useComparePair } from './useComparePair'
import { usePair } from './usePair'

/** The faces chosen from the grid for a comparison, and its beginning. Gone while none is chosen. */
export function PairTray({ caseId }: { caseId: string }) {
  const { pair, pick, swap, clear } = usePair(caseId)
  const { compare, busy } = useComparePair(caseId)
  if (pair.a === null && pair.b === null) return null
  return (
    <Paper component="section" withBorder shadow="md" px="md" py="xs" pos="sticky" bottom={12} aria-label="Next comparison">
      <Group gap="md" justify="space-between">
        <Group gap="md">
          <PairSlot side="a" picked={pair.a} onClear={() => pick('a', null)} />
          <Tooltip label="Swap A and B">
            <ActionIcon variant="subtle" color="gray" onClick={swap} aria-label="Swap A and B">
              <IconArrowsExchange size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <PairSlot side="b" picked={pair.b} onClear={() => pick('b', null)} />
        </Group>
        <Group gap="xs">
          <Button variant="subtle" color="gray" onClick={clear}>
            Clear
          </Button>
          <Button onClick={() => compare?.()} disabled={compare === null} loading={busy}>
            Compare
          </Button>
        </Group>
      </Group>
    </Paper>
  )
}
