import { Paper, Stack, Text, Title } from '@mantine/core'
import { Time } from '../../ui/Time'
import { componentLabel } from '../checklist/findings'
import { agreementRows, type Agreement, type Stand } from './agreement'
import classes from './opinion.module.css'

/** Said in a word and a sign, so that colours are not needed. */
const WORDS: Record<Agreement, { sign: string; word: string }> = {
  same: { sign: '=', word: 'agree' },
  other: { sign: '\u2260', word: 'differ' },
  one: { sign: '\u00bd', word: 'one only' },
  none: { sign: '\u2013', word: 'neither' }
}

/** Two opinions component by component, and what each concludes. Agreements are not counted up: components do not add up. */
export function SideBySide({ left, right, locked }: { left: Stand; right: Stand; locked: string | null }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={`${left.name} beside ${right.name}`}>
      <Stack gap="sm">
        <div>
          <Title order={3} size="h6">Two opinions side by side</Title>
          {locked !== null && <Text size="xs" c="dimmed">{`${right.name}, locked `}<Time at={locked} /></Text>}
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">{left.name}</th>
              <th scope="col">{right.name}</th>
              <th scope="col"><span className="unseen">Agreement</span></th>
            </tr>
          </thead>
          <tbody>
            <tr data-agreement={levels(left, right)}>
              <th scope="row">Level</th>
              <td>{left.conclusion.level ?? 'none'}</td>
              <td>{right.conclusion.level ?? 'none'}</td>
              <Mark agreement={levels(left, right)} />
            </tr>
            {agreementRows(left.checklist, right.checklist).map(row => (
              <tr key={row.component} data-agreement={row.agreement}>
                <th scope="row">{componentLabel(row.component)}</th>
                <td>{row.left ?? '–'}</td>
                <td>{row.right ?? '–'}</td>
                <Mark agreement={row.agreement} />
              </tr>
            ))}
          </tbody>
        </table>
        {[left, right].map(({ name, conclusion: { rationale } }) => (
          <div key={name}>
            <Text size="xs" c="dimmed">{`Rationale, ${name}`}</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{rationale === '' ? 'Not stated.' : rationale}</Text>
          </div>
        ))}
      </Stack>
    </Paper>
  )
}

function levels({ conclusion: { level: a } }: Stand, { conclusion: { level: b } }: Stand): Agreement {
  if (a === null || b === null) return a === b ? 'none' : 'one'
  return a === b ? 'same' : 'other'
}

const Mark = ({ agreement }: { agreement: Agreement }) => (
  <td className={classes.mark}>
    <span aria-hidden>{WORDS[agreement].sign}</span> {WORDS[agreement].word}
  </td>
)
