import { Anchor, Badge, Group, Text } from '@mantine/core'
import type { DataTableColumn } from 'mantine-datatable'
import { Link } from 'wouter'
import type { ComparisonQuery, ComparisonRow } from '../../../../../shared/domain/caseComparison'
import { COMPONENTS } from '../../../../../shared/domain/checklist'
import { toComparison } from '../../../routes'
import { FaceCrop } from '../../../ui/FaceCrop'
import { Time } from '../../../ui/Time'
import { score } from '../../../ui/format'

export type ComparisonSort = ComparisonQuery['sort']

const stages: Record<ComparisonRow['stage'], string> = { analysis: 'Analysis', comparison: 'Comparison', evaluation: 'Evaluation', verification: 'Verification' }

/** What the list says of a comparison. The score is a lead: the examiner's conclusion has a column of its own. */
export const comparisonColumns: DataTableColumn<ComparisonRow>[] = [
  {
    accessor: 'number',
    title: 'No.',
    sortable: true,
    width: 116,
    render: row => (
      <>
        <Anchor component={Link} href={toComparison(row.case, row.id)} size="sm" fw={600}>{`C-${row.number}`}</Anchor>
        <States row={row} />
      </>
    )
  },
  {
    accessor: 'faces',
    title: 'A against B',
    width: 190,
    render: ({ faceA, faceB, a, b }) => (
      <Group gap="sm" wrap="nowrap">
        <FaceCrop face={faceA} size={40} label={`A: ${nameOf(a)}`} />
        <FaceCrop face={faceB} size={40} label={`B: ${nameOf(b)}`} />
        <div>
          <Text size="sm">{nameOf(a)}</Text>
          <Text size="sm">{nameOf(b)}</Text>
        </div>
      </Group>
    )
  },
  { accessor: 'cosine', title: 'Score', sortable: true, width: 88, textAlign: 'right', render: ({ run, blind }) => <Figure value={run?.cosine} blind={blind} /> },
  { accessor: 'threshold', title: 'Threshold', width: 106, textAlign: 'right', render: ({ run, blind }) => <Figure value={run?.threshold} blind={blind} /> },
  {
    accessor: 'decision',
    title: 'The score',
    width: 136,
    render: ({ run, blind }) => (
      <Text size="sm" c={run ? 'bright' : 'dimmed'}>
        {blind ? 'withheld' : run === null ? 'not run yet' : run.decision === 'match' ? 'supports same source' : 'does not support same source'}
      </Text>
    )
  },
  { accessor: 'stage', title: 'Stage', width: 104, render: ({ stage }) => stages[stage] },
  { accessor: 'checklist', title: 'Checklist', width: 98, textAlign: 'right', render: ({ checklist }) => <span className="tabular">{`${checklist}/${COMPONENTS.length}`}</span> },
  {
    accessor: 'conclusion',
    title: 'Examiner’s conclusion',
    render: ({ conclusion, blind }) => (
      <Text size="sm" lineClamp={2} c={conclusion === null ? 'dimmed' : 'bright'}>
        {conclusion ?? (blind ? 'not recorded, or withheld' : 'not recorded')}
      </Text>
    )
  },
  { accessor: 'changed', title: 'Changed', sortable: true, width: 172, visibleMediaQuery: '(min-width: 1500px)', render: ({ changed }) => <Time at={changed} size="sm" /> }
]

const nameOf = ({ mark, exhibitNumber }: ComparisonRow['a']): string => (mark === 'unmarked' ? `E-${exhibitNumber}` : `${mark} · E-${exhibitNumber}`)

/** Nothing of a withheld number is in the page. */
const Figure = ({ value, blind }: { value: number | undefined; blind: boolean }) => <span className="tabular">{value === undefined || blind ? '–' : score(value)}</span>

function States({ row: { removed, blind, locked, version } }: { row: ComparisonRow }) {
  const states = [removed && 'Removed', blind && 'Blind', locked && `Signed R-${locked.number}`, version > 1 && `Version ${version}`].filter(state => typeof state === 'string')
  if (states.length === 0) return null
  return (
    <Group gap={4} mt={2}>
      {states.map(state => (
        <Badge key={state} variant={state === 'Removed' ? 'light' : 'default'} {...(state === 'Removed' ? { color: 'red' } : {})} size="sm">{state}</Badge>
      ))}
    </Group>
  )
}
