import { Alert, List, Loader, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReportCheck } from '../../../../../shared/domain/report'
import type { VidimusError } from '../../../../../shared/errors'
import { useCall } from '../../../client'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Panel } from '../../../ui/Panel'
import { count } from '../../../ui/format'
import { ClaimCard } from './ClaimCard'
import { claimPlace } from './claimPlace'

interface Props {
  caseId: string
  check: { data: ReportCheck | undefined; error: VidimusError | null; isFetching: boolean }
  /** Nothing is chosen: there is nothing to check. */
  nothing: boolean
  reasons: Readonly<Record<string, string>>
  onReason: (key: string, reason: string | undefined) => void
}

/** What is to be known before a report is made: what prevents it, what it will say is missing, what claims too much. */
export function CheckResult({ caseId, check: { data, error, isFetching }, nothing, reasons, onReason }: Props) {
  return (
    <Panel title="Before it is made" hint="Checked again with every change of the case.">
      <Stack gap="md" aria-live="polite" aria-busy={isFetching}>
        {nothing && <Text size="sm" c="dimmed">Choose at least one comparison.</Text>}
        {error && !nothing && <ErrorNote title="The case could not be checked" error={error} />}
        {!nothing && !error && !data && (
          <Group gap="sm"><Loader size="sm" aria-hidden /><Text size="sm">The case is being checked …</Text></Group>
        )}
        {!nothing && data && (
          <>
            <Blocks blocks={data.blocks} />
            <Claims caseId={caseId} claims={data.claims} reasons={reasons} onReason={onReason} />
            <Gaps gaps={data.gaps} />
            {data.blocks.length + data.claims.length + data.gaps.length === 0 && (
              <Alert color="teal" variant="light" icon={<IconCircleCheck />} title="Nothing is missing">Every comparison chosen has a run, a checklist and a conclusion, and no text of it claims too much.</Alert>
            )}
          </>
        )}
      </Stack>
    </Panel>
  )
}

function Blocks({ blocks }: { blocks: readonly string[] }) {
  if (blocks.length === 0) return null
  return (
    <Alert color="red" variant="light" title="No report can be made" role="alert">
      <List size="sm" spacing={4}>
        {blocks.map(block => <List.Item key={block}>{block}</List.Item>)}
      </List>
    </Alert>
  )
}

function Gaps({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return null
  return (
    <Alert color="yellow" variant="light" title="The report will say that this is missing">
      <List size="sm" spacing={4}>
        {gaps.map(gap => <List.Item key={gap}>{gap}</List.Item>)}
      </List>
    </Alert>
  )
}

function Claims({ caseId, claims, reasons, onReason }: { caseId: string; claims: ReportCheck['claims'] } & Pick<Props, 'reasons' | 'onReason'>) {
  const { data: comparisons } = useCall('comparison.list', { case: caseId, limit: 500 }, { enabled: claims.length > 0 })
  const { data: exhibits } = useCall('exhibit.list', { case: caseId, limit: 500 }, { enabled: claims.length > 0 })
  if (claims.length === 0) return null
  const places = { comparisons: comparisons?.rows ?? [], exhibits: exhibits?.rows ?? [] }
  return (
    <Stack gap="xs">
      <Alert color="yellow" variant="light" title={`${count(claims.length, 'sentence')} ${claims.length === 1 ? 'claims' : 'claim'} what a comparison can’t show`}>
        Reword each where it stands, or let it stand with a reason.
      </Alert>
      {claims.map(finding => (
        <ClaimCard key={finding.key} finding={finding} place={claimPlace(caseId, finding.where, places)} reason={reasons[finding.key]} onReason={reason => onReason(finding.key, reason)} />
      ))}
    </Stack>
  )
}
