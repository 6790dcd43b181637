import { Box, Loader, Stack, Tabs } from '@mantine/core'
import { IconArrowsLeftRight, IconFileCertificate, IconHistory, IconPhoto } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useCall } from '../../client'
import { CASE_TABS, toCase, type CaseTab } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { ReportsTab } from '../report/ReportsTab'
import { CaseHeader } from './CaseHeader'
import { ClosedBanner } from './ClosedBanner'
import { ComparisonsTab } from './comparisons/ComparisonsTab'
import { ExhibitsTab } from './exhibits/ExhibitsTab'
import { HistoryTab } from './history/HistoryTab'
import { EvidenceAlert } from './use/EvidenceAlert'

interface Props {
  caseId: string
  tab: string | undefined
  /** The exhibit whose facts are shown. */
  exhibit: string | undefined
}

/** One case: its facts, exhibits, comparisons, reports and history. */
export function CaseScreen({ caseId, tab, exhibit }: Props) {
  const { data, error } = useCall('case.get', { id: caseId })
  const [, navigate] = useLocation()
  const current = CASE_TABS.find(known => known === tab) ?? 'exhibits'
  if (error) return <Box p="lg"><ErrorNote title="The case could not be opened" error={error} /></Box>
  if (!data) return <Box p="lg"><Loader aria-label="The case is being opened" /></Box>
  return (
    <Box px="lg" py="md" maw={1920} mx="auto">
      <Stack gap="sm">
        <CaseHeader case={data} />
        <ClosedBanner caseId={caseId} />
        <EvidenceAlert />
        <Tabs value={current} onChange={to => navigate(toCase(caseId, (to ?? 'exhibits') as CaseTab))} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="exhibits" leftSection={<IconPhoto size={16} stroke={1.6} />}>
              Exhibits
            </Tabs.Tab>
            <Tabs.Tab value="comparisons" leftSection={<IconArrowsLeftRight size={16} stroke={1.6} />}>
              Comparisons
            </Tabs.Tab>
            <Tabs.Tab value="reports" leftSection={<IconFileCertificate size={16} stroke={1.6} />}>
              Reports
            </Tabs.Tab>
            <Tabs.Tab value="history" leftSection={<IconHistory size={16} stroke={1.6} />}>
              History
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="exhibits">
            <ExhibitsTab caseId={caseId} shown={exhibit} />
          </Tabs.Panel>
          <Tabs.Panel value="comparisons">
            <ComparisonsTab caseId={caseId} />
          </Tabs.Panel>
          <Tabs.Panel value="reports">
            <ReportsTab caseId={caseId} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <HistoryTab caseId={caseId} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Box>
  )
}
