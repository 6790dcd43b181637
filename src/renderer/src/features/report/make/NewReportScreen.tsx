import { Alert, Anchor, Button, Group, Stack } from '@mantine/core'
import { IconArrowLeft, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ReportRow } from '../../../../../shared/domain/report'
import { useCall } from '../../../client'
import { toCase } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Screen } from '../../../ui/Screen'
import { ReportCard } from '../ReportCard'
import { ReportForm } from './ReportForm'
import { useNewReport } from './useNewReport'

interface Props {
  caseId: string
  /** The one that it is to be of; all where none is named. */
  comparison: string | undefined
}

/** Makes a report: what goes in, what the check says, and the report with its hashes. */
export function NewReportScreen({ caseId, comparison }: Props) {
  const { data, error } = useCall('case.get', { id: caseId })
  const making = useNewReport(caseId, data?.number ?? '', comparison)
  const { current } = making
  const hint = (
    <Anchor component={Link} href={toCase(caseId, 'reports')} size="sm" c="dimmed">
      <Group gap={4} component="span"><IconArrowLeft size={14} aria-hidden />{`Reports of ${data?.number ?? 'the case'}`}</Group>
    </Anchor>
  )
  if (error) return <Screen title="Make a report"><ErrorNote title="The case could not be opened" error={error} /></Screen>
  return (
    <Screen title="Make a report" hint={hint}>
      {current.state === 'done' ? <Made report={current.result} caseId={caseId} onAgain={making.again} /> : <ReportForm caseId={caseId} making={making} />}
    </Screen>
  )
}

function Made({ report, caseId, onAgain }: { report: ReportRow; caseId: string; onAgain: () => void }) {
  const { state, number } = report
  return (
    <Stack gap="md">
      <Alert color="teal" variant="light" icon={<IconRosetteDiscountCheck />} title={state === 'signed' ? `R-${number} is made and signed` : `Draft R-${number} is made`} role="status">
        {state === 'signed'
          ? 'Its comparisons are locked. Hand out all of its files together: whoever has them can check the signature with “vidimus verify” and the fingerprint that your laboratory gave out.'
          : 'It is kept with the case. Note a hash elsewhere where you want to prove later that a file is this one.'}
      </Alert>
      <ReportCard report={report} wholeHashes />
      <Group gap="xs">
        <Button component={Link} href={toCase(caseId, 'reports')} variant="default">All reports</Button>
        <Button variant="default" onClick={onAgain}>Make another</Button>
      </Group>
    </Stack>
  )
}
