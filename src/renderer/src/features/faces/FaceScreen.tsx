import { Container, Text, Title } from '@mantine/core'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'

/** The faces of one exhibit. */
export function FaceScreen({ exhibit }: { caseId: string; exhibit: string }) {
  const { data, error } = useCall('exhibit.get', { id: exhibit })
  return (
    <Container size="lg" py="md">
      {error && <ErrorNote title="The exhibit could not be opened" error={error} />}
      <Title order={1}>{data ? `E-${data.number}` : 'Exhibit'}</Title>
      {data && <Text>{data.name}</Text>}
    </Container>
  )
}
