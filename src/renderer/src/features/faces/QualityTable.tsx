import { Stack, Table, Text } from '@mantine/core'
import type { FaceQuality } from '../../../../shared/domain/face'
import { qualityLights } from '../../../../shared/domain/quality'
import classes from './faces.module.css'
import { QualityLight } from './QualityLight'

/** Every measure of the face: its value, its light, and what it means for a comparison. */
export function QualityTable({ quality }: { quality: FaceQuality | null }) {
  if (!quality) return <Text size="sm" c="dimmed">Nothing could be measured at these points.</Text>
  return (
    <Table verticalSpacing={6} horizontalSpacing={6} fz="xs" className={classes.measure} aria-label="Quality of the face">
      <Table.Tbody>
        {qualityLights(quality).map(({ key, label, value, light, effect }) => (
          <Table.Tr key={key}>
            <Table.Th w={96}>
              <Stack gap={2}>
                <span>{label}</span>
                <QualityLight light={light} />
              </Stack>
            </Table.Th>
            <Table.Td>
              <Text size="xs" fw={500} className="tabular">{value}</Text>
              <Text size="xs" c="dimmed">{effect}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
