import { List } from '@mantine/core'
import { Panel } from '../../ui/Panel'

const claims = [
  'That two photos show one person. A score is a lead; a person concludes.',
  'That a cosine is a percentage, or a probability of identity.',
  'A conclusion from distances or ratios measured on the face.',
  'That a map is proof or cause. It shows where the model’s score is sensitive.',
  'An error rate finer than the calibration set supports.',
  'Compliance, accreditation or admissibility anywhere.',
  'That colours compare across pairs. One scale holds within one comparison.'
]

/** What no screen, report or log of this program says. */
export function NeverClaimed() {
  return (
    <Panel title="What is never claimed">
      <List size="sm" spacing={6}>
        {claims.map(text => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Panel>
  )
}
