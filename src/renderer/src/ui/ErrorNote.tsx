import { Alert, Code, Text } from '@mantine/core'
import type { ErrorData } from '../../../shared/errors'

/** An error as a person reads it, with the code that support asks for. */
export function ErrorNote({ title, error }: { title: string; error: ErrorData }) {
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <Text size="sm">{error.message}</Text>
      <Text size="xs" mt={6} c="dimmed">
        <Code>{error.code}</Code>
      </Text>
    </Alert>
  )
}
