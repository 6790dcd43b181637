import { Container, Text, Title } from '@mantine/core'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'

/** One comparison of a case. */
export function CompareScreen({ comparison }: { caseId: string; comparison: string }) {
  const { data, error } = useCall('comparison.get', { id: comparison })
  return (
    <Container size="lg" py="md">
      {error && <ErrorNote title="The comparison could not be opened" error={error} />}
      <Title order={1}>{data ? `C-${data.number}` : 'Comparison'}</Title>
      {data && <Text>{`${data.a.mark} against ${data.b.mark}`}</Text>}
    </Container>
  )
}
