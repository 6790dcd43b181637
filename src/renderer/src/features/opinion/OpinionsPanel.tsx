import { List, Paper, Stack, Text, Title } from '@mantine/core'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import type { Opinion, Sight } from '../../../../shared/domain/opinion'
import { useCall } from '../../client'
import { Time } from '../../ui/Time'
import { WithheldNote } from '../../ui/WithheldNote'
import { EMPTY, useVersions } from '../conclusion/useConclusion'
import { changesBetween, type Stand } from './agreement'
import { BeginSecond } from './BeginSecond'
import { SideBySide } from './SideBySide'

/** The opinions on this comparison: what was concluded before the result was seen, and what others conclude by themselves. */
export function OpinionsPanel({ row, sight }: { row: ComparisonRow; sight: Sight }) {
  return (
    <Stack gap="lg">
      <Title order={2} size="h5">Opinions</Title>
      {row.blind ? <WithheldNote>{sight.forming?.role === 'second' ? 'Other opinions are withheld while you form your own. Lock it, or withdraw it, under Result.' : 'Opinions are shown once yours is locked, under Result.'}</WithheldNote> : <Opinions row={row} sight={sight} />}
      {sight.forming?.role !== 'second' && <BeginSecond comparison={row.id} maySecond={sight.maySecond} />}
    </Stack>
  )
}

function Opinions({ row, sight: { opinions } }: { row: ComparisonRow; sight: Sight }) {
  const final = useFinal(row.id)
  if (!final) return null
  const first = opinions.find(({ role, locked }) => role === 'first' && locked !== null)
  const seconds = opinions.filter(({ role, locked }) => role === 'second' && locked !== null)
  const withdrawn = opinions.filter(opinion => opinion.withdrawn !== null)
  return (
    <>
      {first && <Provisional opinion={first} final={final} />}
      {seconds.map(second => (
        <SideBySide key={second.id} left={first ? standOf(first, `${first.by}, provisional`) : final} right={standOf(second, `${second.by}, second`)} locked={second.locked} />
      ))}
      {withdrawn.map(opinion => (
        <Withdrawn key={opinion.id} opinion={opinion} />
      ))}
      {opinions.length === 0 && <Text size="sm" c="dimmed">No opinion was formed apart from this comparison’s checklist and conclusion.</Text>}
    </>
  )
}

const standOf = ({ checklist, conclusion }: Opinion, name: string): Stand => ({ name, checklist, conclusion })

/** The comparison's own checklist and last conclusion, as they stand now. */
function useFinal(comparison: string): Stand | null {
  const { data } = useCall('checklist.get', { comparison })
  const { versions } = useVersions(comparison)
  if (!data || !versions) return null
  const [last] = versions
  return { name: last ? last.by : 'First examiner', checklist: data.items, conclusion: last ?? EMPTY }
}

function Provisional({ opinion, final }: { opinion: Opinion; final: Stand }) {
  const changes = changesBetween(opinion, final)
  return (
    <Paper withBorder p="sm" component="section" aria-label="Provisional opinion">
      <Stack gap="xs">
        <div>
          <Title order={3} size="h6">Provisional opinion, before the result was seen</Title>
          <Text size="xs" c="dimmed">{`${opinion.by}, locked `}{opinion.locked !== null && <Time at={opinion.locked} />}</Text>
        </div>
        <Text size="sm" fw={600}>{opinion.conclusion.level ?? 'No level chosen'}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{opinion.conclusion.rationale}</Text>
        <Text size="sm" fw={600}>{changes.length === 0 ? 'Nothing was changed since.' : 'Changed since'}</Text>
        {changes.length > 0 && (
          <List size="sm" spacing={2} aria-label="Changed since the opinion was locked">
            {changes.map(change => (
              <List.Item key={change}>{change}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  )
}

const Withdrawn = ({ opinion: { by, role, withdrawn } }: { opinion: Opinion }) => (
  <Text size="sm" c="dimmed">
    {`${role === 'second' ? 'A second opinion' : 'An opinion'} by ${by} was withdrawn `}{withdrawn && <Time at={withdrawn.at} />}{`. Reason: ${withdrawn?.reason ?? ''}`}
  </Text>
)
