import { Button, Group, Loader, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import type { Enhancement } from '../../../../shared/domain/enhancement'
import { useJob } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { score } from '../../ui/format'

/** The score of the enhanced copies beside the original's, which is the one of record. */
export function EnhancedScore({ row, enhancement }: { row: ComparisonRow; enhancement: Enhancement }) {
  const { current, start, cancel } = useJob('comparison.explain', { title: `Score of the enhanced copies, C-${row.number}` })
  const [given, setGiven] = useState<{ cosine: number; of: string } | null>(null)
  const of = JSON.stringify(enhancement)
  const run = async (): Promise<void> => {
    const result = await start({ id: row.id, threshold: row.run?.threshold ?? null, enhanced: true })
    if (result) setGiven({ cosine: result.cosine, of })
  }
  const copies = given?.of === of ? given.cosine : null
  return (
    <Stack gap="xs" component="section" aria-label="Scores of the original and of the enhanced copies">
      <Table fz="sm" verticalSpacing={4} className="tabular">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th fw={500}>Original, of record</Table.Th>
            <Table.Td ta="right" fw={700}>{row.run ? score(row.run.cosine) : 'not scored yet'}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th fw={500}>Enhanced copies</Table.Th>
            <Table.Td ta="right" data-score="enhanced">{copies === null ? 'not scored' : score(copies)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Group gap="xs">
        {current.state === 'running' ? (
          <>
            <Loader size="xs" aria-label="Scoring" />
            <Button size="xs" variant="default" onClick={cancel}>Cancel</Button>
          </>
        ) : (
          <Button size="xs" variant="default" disabled={enhancement.a.length + enhancement.b.length === 0} onClick={() => void run()}>Score the enhanced copies</Button>
        )}
      </Group>
      {current.state === 'failed' && <ErrorNote title="The copies could not be scored" error={current.error} />}
      <Text size="xs" c="dimmed">Enhancement changes what the model sees. The copies’ score is for comparison only; the original’s is the score of the comparison.</Text>
    </Stack>
  )
}
