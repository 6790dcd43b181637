import { Button, Center, Container, Loader, Stack } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import { useCall } from '../../client'
import { Hold } from '../../data/hold'
import { toCase } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { SecondGate } from '../opinion/SecondGate'
import { useSight } from '../opinion/useSight'
import { signedReason } from './SignedBanner'
import { Workbench } from './Workbench'

/** One comparison of a case: the two faces, the maps, and everything that is said about them. */
export function CompareScreen({ caseId, comparison }: { caseId: string; comparison: string }) {
  const { data: row, error: noRow } = useCall('comparison.get', { id: comparison })
  const { data: sight, error: noSight } = useSight(comparison)
  const [looked, setLooked] = useSessionStorage({ key: `looked.${comparison}`, defaultValue: false, getInitialValueInEffect: false })
  const error = noRow ?? noSight
  if (error) return <Problem caseId={caseId} error={error} />
  if (!row || !sight) return <Opening />
  if (sight.maySecond.allowed && !looked) return <SecondGate row={row} onLook={() => setLooked(true)} />
  const blind = row.blind || sight.blind
  return (
    <Hold reason={signedReason(row)}>
      <Workbench row={blind ? withheld(row) : row} />
    </Hold>
  )
}

/** Of the two answers the one that shows less counts: they come one after the other when a second opinion is begun. */
const withheld = (row: ComparisonRow): ComparisonRow => ({ ...row, blind: true, run: null, runs: 0 })

const Opening = () => (
  <Center h={320}>
    <Loader aria-label="The comparison is being opened" />
  </Center>
)

function Problem({ caseId, error }: { caseId: string; error: Parameters<typeof ErrorNote>[0]['error'] }) {
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
