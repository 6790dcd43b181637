import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { Case } from '../../../../shared/domain/case'

type Field = 'number' | 'title' | 'purpose' | 'examiner' | 'notes' | 'tags'
const FIELDS: readonly Field[] = ['number', 'title', 'purpose', 'examiner', 'notes', 'tags']

interface Props {
  /** Who changed it and when, in words. */
  message: string
  stored: Case
  mine: Pick<Case, Field>
  onReload: () => void
  onOverwrite: () => void
}

/** Somebody else changed the case meanwhile: who, when, what, and which of the two shall stand. */
export function CaseConflict({ message, stored, mine, onReload, onOverwrite }: Props) {
  const different = FIELDS.filter(field => String(stored[field]) !== String(mine[field]))
  return (
    <Alert color="yellow" variant="light" title="The case was changed meanwhile" role="alert">
      <Stack gap="xs">
        <Text size="sm">{message}</Text>
        {different.map(field => (
          <Text key={field} size="sm" lineClamp={3}>
            {`Stored ${field}: ${String(stored[field]) === '' ? '(empty)' : String(stored[field])}`}
          </Text>
        ))}
        <Group gap="xs">
          <Button variant="default" onClick={onReload}>
            Take the stored one
          </Button>
          <Button variant="default" onClick={onOverwrite}>
            Overwrite it with mine
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
