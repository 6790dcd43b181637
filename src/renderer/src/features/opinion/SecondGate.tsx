import { Anchor, Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import { useAct } from '../../client'
import { toCase } from '../../routes'

/** Before another examiner sees the result for the first time: an opinion formed after that would not be independent. */
export function SecondGate({ row: { id, case: caseId, caseNumber, number, a, b }, onLook }: { row: ComparisonRow; onLook: () => void }) {
  const { mutate, isPending } = useAct('opinion.begin')
  return (
    <Container size="sm" py="xl">
      <Paper withBorder p="lg">
        <Stack gap="md">
          <div>
            <Anchor component={Link} href={toCase(caseId, 'comparisons')} size="sm" c="dimmed">{caseNumber}</Anchor>
            <Title order={1} size="h3">{`C-${number}: ${a.mark} against ${b.mark}`}</Title>
          </div>
          <Text size="sm">Another examiner has concluded on this comparison. You can form an independent second opinion: with a checklist and a conclusion of your own, while score, decision, maps, runs and everybody else’s findings are withheld from you. Afterwards both opinions stand side by side.</Text>
          <Text size="sm">If you look at the result first, an opinion of yours is no longer independent.</Text>
          <Group gap="xs">
            <Button leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />} loading={isPending} onClick={() => mutate({ comparison: id })}>
              Begin an independent second opinion
            </Button>
            <Button variant="default" disabled={isPending} onClick={onLook}>
              Look at the result
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Container>
  )
}
