import { Code, List, Stack } from '@mantine/core'
import type { ModelEntry } from '../../../../shared/domain/model'
import { describeThreshold } from '../../../../shared/domain/wording'
import { Fact } from '../../ui/Fact'
import { Panel } from '../../ui/Panel'

const roles: Record<ModelEntry['role'], string> = {
  recognition: 'Turns an aligned face into the numbers that are compared.',
  detection: 'Finds faces in a photo.',
  landmarks: 'Finds 68 points of a face; five of them align it.'
}

/** One model: what it is, where its threshold comes from, and what nobody documented. */
export function ModelCard({ model: { name, role, id, sha256, input, calibration, license, undocumented } }: { model: ModelEntry }) {
  return (
    <Panel title={name} hint={roles[role]}>
      <Stack gap={6}>
        <Fact label="Id">{id}</Fact>
        <Fact label="SHA-256">
          <Code bg="transparent" p={0} fz="xs">
            {sha256}
          </Code>
        </Fact>
        <Fact label="Input">
          {input.width} × {input.height}, {input.colour === 'rgb' ? 'colour' : 'grey'}
        </Fact>
        {calibration && <Fact label="Threshold">{describeThreshold(calibration.threshold, { kind: 'calibrated', ...calibration })}</Fact>}
        <Fact label="Licence">{license}</Fact>
        <Fact label="Undocumented">
          <List size="sm" spacing={2} listStyleType="none">
            {undocumented.map(text => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Fact>
      </Stack>
    </Panel>
  )
}
