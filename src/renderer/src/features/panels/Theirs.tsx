import { Alert, Button, Group, Text } from '@mantine/core'
import type { Edited } from './useSaver'

interface Props<T extends object> {
  edited: Edited<T>
  field: keyof T
}

/** Says that another window stored something else in a field that is being typed in, and asks which of the two shall stand. */
export function Theirs<T extends object>({ edited: { theirs, take, keep }, field }: Props<T>) {
  if (!(field in theirs)) return null
  const text = String(theirs[field] ?? '')
  return (
    <Alert color="yellow" variant="light" p="xs" role="alert" title="Changed in another window meanwhile">
      <Text size="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text === '' ? 'It was emptied there. Yours is not saved.' : `There it says: “${text}”. Yours is not saved.`}</Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-xs" variant="default" onClick={() => take(field)}>Take theirs</Button>
        <Button size="compact-xs" variant="default" onClick={() => keep(field)}>Keep mine</Button>
      </Group>
    </Alert>
  )
}
