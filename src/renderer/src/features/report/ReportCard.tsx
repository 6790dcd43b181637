import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useId } from 'react'
import type { ReportRow } from '../../../../shared/domain/report'
import { Fact } from '../../ui/Fact'
import { Fingerprint } from '../../ui/Fingerprint'
import { Time } from '../../ui/Time'
import { count } from '../../ui/format'
import { ReportFiles } from './ReportFiles'
import { LANGUAGES, comparisonsText } from './reportWords'

/** One report: what it is of, who made and signed it, and its files. */
export function ReportCard({ report, wholeHashes = false }: { report: ReportRow; wholeHashes?: boolean }) {
  const { number, state, created, by, language, pages, comparisons, signing } = report
  const title = useId()
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={title}>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} size="h5" id={title}>{`R-${number}`}</Title>
          <StateBadge state={state} />
          <Text size="sm" c="dimmed" component="div">
            <Time at={created} />{` · by ${by} · ${LANGUAGES[language]} · ${count(pages, 'page')}`}
          </Text>
        </Group>
        <Stack gap={4}>
          <Fact label="Comparisons">{comparisonsText(comparisons)}</Fact>
          {signing && (
            <>
              <Fact label="Signed by">
                {`${signing.signer}, ${signing.laboratory}, `}<Time at={signing.at} />
              </Fact>
              <Fact label="Key">
                <Fingerprint value={signing.fingerprint} />
              </Fact>
            </>
          )}
        </Stack>
        <ReportFiles report={report} wholeHashes={wholeHashes} />
      </Stack>
    </Paper>
  )
}

function StateBadge({ state }: { state: ReportRow['state'] }) {
  if (state === 'draft') return <Badge variant="default">Draft</Badge>
  return (
    <Badge color="teal" variant="light" leftSection={<IconRosetteDiscountCheck size={13} aria-hidden />}>
      Signed
    </Badge>
  )
}
