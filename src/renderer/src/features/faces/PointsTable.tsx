import { Table, Text } from '@mantine/core'
import type { FivePoints } from '../../../../shared/domain/face'
import { FIVE, coordinates, distance } from './points'

interface Props {
  points: FivePoints
  automatic: FivePoints | null
}

/** Every point as it is now and as it was found, in pixels of the upright photo. */
export function PointsTable({ points, automatic }: Props) {
  return (
    <Table verticalSpacing={3} horizontalSpacing={6} fz="xs" className="tabular" withRowBorders={false} captionSide="bottom">
      <Table.Caption mt={4}>{automatic ? 'x, y in pixels of the upright photo' : 'x, y in pixels of the upright photo. Set by hand: nothing was found here.'}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Point</Table.Th>
          <Table.Th ta="right">Now</Table.Th>
          {automatic && <Table.Th ta="right">Found</Table.Th>}
          {automatic && <Table.Th ta="right">Moved</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {FIVE.map(({ key, label }) => (
          <Table.Tr key={key}>
            <Table.Th fw={500} style={{ whiteSpace: 'nowrap' }}>{label}</Table.Th>
            <Table.Td ta="right">{coordinates(points[key])}</Table.Td>
            {automatic && <Table.Td ta="right" c="dimmed">{coordinates(automatic[key])}</Table.Td>}
            {automatic && <Table.Td ta="right"><Moved by={distance(points[key], automatic[key])} /></Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const Moved = ({ by }: { by: number }) => (
  <Text span inherit fw={by >= 0.05 ? 600 : 400} c={by >= 0.05 ? 'var(--mantine-color-text)' : 'dimmed'}>
    {by >= 0.05 ? `${by.toFixed(1)} px` : '0'}
  </Text>
)
