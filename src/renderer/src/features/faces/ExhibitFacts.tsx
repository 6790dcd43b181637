import { Alert, Stack, Table, Text, Title } from '@mantine/core'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import { Fact } from '../../ui/Fact'
import { bytes } from '../../ui/format'
import { Hash } from '../../ui/Hash'
import { Time } from '../../ui/Time'

/** What is on record about the photo. */
export function ExhibitFacts({ exhibit }: { exhibit: Exhibit }) {
  const { photo, evidence } = exhibit
  return (
    <Stack gap={6} p="md">
      <Title order={2} size="h4" mb={4}>{`Exhibit E-${exhibit.number}`}</Title>
      <Fact label="File">{exhibit.name}</Fact>
      {exhibit.path !== null && <Fact label="Path">{exhibit.path}</Fact>}
      <Fact label="Size">{bytes(exhibit.size)}</Fact>
      {photo && <Fact label="Picture">{`${photo.width} × ${photo.height} pixels upright, ${photo.format}`}</Fact>}
      {photo && <Fact label="Orientation">{orientation(photo.orientation)}</Fact>}
      {photo && photo.warnings.length > 0 && <Fact label="Warnings">{photo.warnings.join('; ')}</Fact>}
      <Fact label="SHA-256"><Hash sha256={exhibit.sha256} whole /></Fact>
      <Fact label="Evidence">
        {evidence.state === 'verified' ? <>Unchanged since import, checked <Time at={evidence.checkedAt} /></> : <Changed exhibit={exhibit} />}
      </Fact>
      {exhibit.modified && <Fact label="File date"><Time at={exhibit.modified} /></Fact>}
      <Fact label="Imported"><Time at={exhibit.imported} /> by {exhibit.importedBy}</Fact>
      {exhibit.source !== '' && <Fact label="Source">{exhibit.source}</Fact>}
      {exhibit.receivedFrom !== '' && <Fact label="Received from">{exhibit.receivedFrom}</Fact>}
      {exhibit.receivedAt && <Fact label="Received"><Time at={exhibit.receivedAt} /></Fact>}
      {exhibit.notes !== '' && <Fact label="Notes"><span style={{ whiteSpace: 'pre-wrap' }}>{exhibit.notes}</span></Fact>}
      {photo && <Exif tags={photo.exif} />}
    </Stack>
  )
}

function Changed({ exhibit: { evidence } }: { exhibit: Exhibit }) {
  return (
    <Alert color="red" variant="light" p="xs" title="Not the bytes that were imported">
      <Text size="xs" style={{ overflowWrap: 'anywhere' }}>Found {evidence.found ?? 'no file'}, <Time at={evidence.checkedAt} />. Nothing is computed from it.</Text>
    </Alert>
  )
}

const TURNS: Readonly<Record<number, string>> = { 1: 'as stored', 2: 'mirrored', 3: 'turned by 180°', 4: 'mirrored and turned by 180°', 5: 'mirrored and turned', 6: 'turned by 90° clockwise', 7: 'mirrored and turned', 8: 'turned by 90° anticlockwise' }
const orientation = (value: number): string => `${value} in EXIF: ${value === 1 ? 'shown as stored' : `shown ${TURNS[value] ?? 'as stored'}`}`

function Exif({ tags }: { tags: Readonly<Record<string, string>> }) {
  const rows = Object.entries(tags)
  if (rows.length === 0) return <Fact label="EXIF">none</Fact>
  return (
    <>
      <Title order={3} size="h6" mt="sm">EXIF, as the file holds it</Title>
      <Table fz="xs" verticalSpacing={2} horizontalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th fw={400} c="dimmed" w={140} style={{ overflowWrap: 'anywhere' }}>{name}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
