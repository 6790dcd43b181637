import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { WorkProgress } from '../../../shared/domain/common'

interface Props {
  /** What the bar is of, for who can't see it. */
  label: string
  progress: WorkProgress | null
  onCancel: () => void
  cancelLabel?: string
}

/** Long work where it was started: how far it is, and a way to stop it. */
export function Working({ label, progress, onCancel, cancelLabel = 'Cancel' }: Props) {
  const { step, done, total } = progress ?? { step: 'Starting', done: 0, total: 1 }
  return (
    <Group wrap="nowrap" gap="lg">
      <Stack gap={6} flex={1} miw={0}>
        <Progress value={(100 * done) / total} animated aria-label={label} />
        <Text size="sm" className="tabular" truncate>
          {progress === null ? 'Starting …' : `${step} · ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`}
        </Text>
      </Stack>
      <Button variant="default" onClick={onCancel} flex="none">
        {cancelLabel}
      </Button>
    </Group>
  )
}
