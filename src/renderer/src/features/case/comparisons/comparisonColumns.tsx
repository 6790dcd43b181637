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
    width: 84,
    render: ({ id, case: caseId, number, removed }) => (
      <Group gap={6} wrap="nowrap">
        <Anchor component={Link} href={toComparison(caseId, id)} size="sm" fw={600}>{`C-${number}`}</Anchor>
        {removed && <Badge variant="light" color="red" size="sm">Removed</Badge>}
      </Group>
    )
  },
  {
    accessor: 'faces',
    title: 'A against B',
    width: 220,
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
  { accessor: 'cosine', title: 'Score', sortable: true, width: 84, textAlign: 'right', render: ({ run }) => <span className="tabular">{run ? score(run.cosine) : '–'}</span> },
  { accessor: 'threshold', title: 'Threshold', width: 96, textAlign: 'right', render: ({ run }) => <span className="tabular">{run ? score(run.threshold) : '–'}</span> },
  {
    accessor: 'decision',
    title: 'The score',
    width: 150,
    render: ({ run }) => (
      <Text size="sm" c={run ? 'bright' : 'dimmed'}>
        {run === null ? 'not run yet' : run.decision === 'match' ? 'supports same source' : 'does not support same source'}
      </Text>
    )
  },
  { accessor: 'stage', title: 'Stage', width: 108, render: ({ stage }) => stages[stage] },
  { accessor: 'checklist', title: 'Checklist', width: 90, textAlign: 'right', render: ({ checklist }) => <span className="tabular">{`${checklist}/${COMPONENTS.length}`}</span> },
  {
    accessor: 'conclusion',
    title: 'Examiner’s conclusion',
    render: ({ conclusion }) => (
      <Text size="sm" lineClamp={2} c={conclusion === null ? 'dimmed' : 'bright'}>
        {conclusion ?? 'not recorded'}
      </Text>
    )
  },
  { accessor: 'changed', title: 'Changed', sortable: true, width: 172, visibleMediaQuery: '(min-width: 1500px)', render: ({ changed }) => <Time at={changed} size="sm" /> }
]

const nameOf = ({ mark, exhibitNumber }: ComparisonRow['a']): string => (mark === 'unmarked' ? `E-${exhibitNumber}` : `${mark} · E-${exhibitNumber}`)
