import { Button, Group, Text } from '@mantine/core'
import { useJob } from '../../../client'
import { useHeld } from '../../../data/hold'

/** A photo whose faces nobody has looked for yet: an import is under way, or ended before that. */
export function LookForFaces({ id, number }: { id: string; number: number }) {
  const { current, start } = useJob('exhibit.analyse', { title: `Faces of E-${number}` })
  const readOnly = useHeld()
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {current.state === 'failed' ? current.error.message : 'Faces not looked for yet'}
      </Text>
      <Button variant="default" size="compact-xs" disabled={readOnly} loading={current.state === 'running'} onClick={() => void start({ id })} aria-label={`Look for faces in E-${number}`}>
        Look for faces
      </Button>
    </Group>
  )
}
