import { Alert, Group, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Run } from '../../../../../shared/domain/caseComparison'
import { signed, type Verdict } from './verdict'
import classes from './result.module.css'

/** The number, the machine's sentence, and what stands beside both. */
export function Score({ run, verdict, liveCosine }: { run: Run; verdict: Verdict; liveCosine: number | null }) {
  const { cosine, distance, statement, origin } = verdict
  const band = origin.kind === 'calibrated' ? origin.inconclusive : null
  const unsure = band !== null && cosine >= band.from && cosine <= band.to
  return (
    <Stack gap={10}>
      <Group gap="md" align="flex-end" wrap="nowrap">
        <div className={classes.score} data-testid="cosine">
          {cosine.toFixed(4).replace('-', '\u2212')}
        </div>
        <Text size="xs" c="dimmed" lh={1.35} pb={3}>
          cosine, from −1 to 1; neither a percentage nor a probability of identity
        </Text>
      </Group>
      <Text fw={600} size="sm" data-testid="statement">
        {statement}
      </Text>
      <Text size="sm" c="dimmed" className="tabular" data-testid="distance">
        The score lies {Math.abs(distance).toFixed(4)} {distance < 0 ? 'below' : 'above'} the threshold ({signed(distance)}).
      </Text>
      {unsure && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} p="xs" title="Inconclusive band">
          The score lies between {band.from.toFixed(4)} and {band.to.toFixed(4)}, where pairs of both kinds are common. Do not lean on the decision.
        </Alert>
      )}
      <OtherScores run={run} liveCosine={liveCosine} />
    </Stack>
  )
}

/** Every other score there is of this pair, so that none stands alone. */
function OtherScores({ run, liveCosine }: { run: Run; liveCosine: number | null }) {
  const { cosine, automaticCosine, enhanced } = run
  const others: [string, number][] = []
  if (automaticCosine !== null) others.push(['With the points as found automatically', automaticCosine])
  if (enhanced !== null) others.push(['Of the enhanced copies', enhanced.cosine])
  if (liveCosine !== null && Math.abs(liveCosine - cosine) > 0.00005) others.push(['Of what is on the screen now', liveCosine])
  if (others.length === 0) return null
  return (
    <Table withTableBorder verticalSpacing={4} fz="sm" aria-label="Scores of this pair">
      <Table.Tbody>
        <Table.Tr>
          <Table.Td>{automaticCosine === null ? 'The photos as they are' : 'With the corrected points'}</Table.Td>
          <Table.Td ta="right" fw={600} className="tabular">{cosine.toFixed(4)}</Table.Td>
          <Table.Td />
        </Table.Tr>
        {others.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right" className="tabular">{value.toFixed(4)}</Table.Td>
            <Table.Td ta="right" c="dimmed" className="tabular">{signed(value - cosine)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
