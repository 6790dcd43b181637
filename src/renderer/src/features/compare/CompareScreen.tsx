import { Button, Center, Container, Loader, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useCall } from '../../client'
import { Hold } from '../../data/hold'
import { toCase } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { signedReason } from './SignedBanner'
import { Workbench } from './Workbench'

/** One comparison of a case: the two faces, the maps, and everything that is said about them. */
export function CompareScreen({ caseId, comparison }: { caseId: string; comparison: string }) {
  const { data, error } = useCall('comparison.get', { id: comparison })
  if (data)
    return (
      <Hold reason={signedReason(data)}>
        <Workbench row={data} />
      </Hold>
    )
  if (!error)
    return (
      <Center h={320}>
        <Loader aria-label="The comparison is being opened" />
      </Center>
    )
  return (
    <Container size="sm" py="xl">
      <Stack>
        <ErrorNote title="The comparison could not be opened" error={error} />
        <Button component={Link} href={toCase(caseId, 'comparisons')} variant="default" leftSection={<IconArrowLeft size={16} />} w="fit-content">
          Back to the case
        </Button>
      </Stack>
    </Container>
  )
}
