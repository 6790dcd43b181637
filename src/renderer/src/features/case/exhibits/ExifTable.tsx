import { Table, Text } from '@mantine/core'

/** The tags as the file holds them. They are shown, never used to compute anything. */
export function ExifTable({ exif }: { exif: Record<string, string> }) {
  const tags = Object.entries(exif)
  if (tags.length === 0)
    return (
      <Text size="sm" c="dimmed">
        The file holds no EXIF tags.
      </Text>
    )
  return (
    <Table verticalSpacing={3} fz="xs" layout="fixed" aria-label="EXIF tags">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="38%">Tag</Table.Th>
          <Table.Th>Value</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tags.map(([tag, value]) => (
          <Table.Tr key={tag}>
            <Table.Td className="breakable">{tag}</Table.Td>
            <Table.Td className="breakable">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
