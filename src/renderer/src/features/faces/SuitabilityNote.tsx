import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertOctagon, IconCircleCheck, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { MarkedFace } from '../../../../shared/domain/markedFace'
import { suitabilityOf } from '../../../../shared/domain/quality'
import { useAct } from '../../client'
import { useHeld } from '../../data/hold'
import { ClaimHint } from '../../ui/ClaimHint'
import { Time } from '../../ui/Time'
import { useUndo } from '../../ui/undo'

/** Whether the quality lights call the face suitable, and the examiner's reasoned override. */
export function SuitabilityNote({ face }: { face: MarkedFace }) {
  const { suitable, reasons } = suitabilityOf(face.quality)
  const override = useOverride(face)
  const readOnly = useHeld()
  if (face.override)
    return (
      <Alert color="yellow" variant="light" icon={<IconUserCheck aria-hidden />} title="Used by the examiner’s decision" role="note">
        <Stack gap={6}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{face.override.reason}</Text>
          <Text size="xs" c="dimmed">
            {face.override.by}, <Time at={face.override.at} />
            {reasons.length > 0 && `. Against it: ${reasons.join('; ')}`}
          </Text>
          <Group><Button size="compact-xs" variant="default" disabled={readOnly} onClick={() => override.set(null)}>Take back</Button></Group>
        </Stack>
      </Alert>
    )
  if (suitable) return <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />} title="Suitable for comparison" role="note" />
  return (
    <Alert color="red" variant="light" icon={<IconAlertOctagon aria-hidden />} title="Not suitable for comparison" role="note">
      <Text size="sm" mb="xs">{`By its quality: ${reasons.join('; ')}.`}</Text>
      <OverrideForm busy={override.busy} onOverride={override.set} />
    </Alert>
  )
}

function OverrideForm({ busy, onOverride }: { busy: boolean; onOverride: (reason: string) => void }) {
  const [reason, setReason] = useState<string | null>(null)
  const readOnly = useHeld()
  if (reason === null) return <Button size="compact-sm" variant="default" disabled={readOnly} onClick={() => setReason('')}>Use it all the same …</Button>
  return (
    <Stack gap="xs">
      <Textarea label="Why this face is used all the same" description="Recorded with your name, and printed in the report." autosize minRows={2} maxLength={1000} value={reason} onChange={event => setReason(event.currentTarget.value)} data-autofocus autoFocus />
      <ClaimHint text={reason} onTake={setReason} />
      <Group gap="xs">
        <Button size="compact-sm" disabled={reason.trim() === ''} loading={busy} onClick={() => onOverride(reason.trim())}>Use it</Button>
        <Button size="compact-sm" variant="default" onClick={() => setReason(null)}>Cancel</Button>
      </Group>
    </Stack>
  )
}

function useOverride(face: MarkedFace): { set: (reason: string | null) => void; busy: boolean } {
  const { mutateAsync, isPending } = useAct('face.override')
  const { push } = useUndo()
  const before = face.override?.reason ?? null
  const write = (reason: string | null): Promise<unknown> => mutateAsync({ id: face.id, reason })
  const set = (reason: string | null): void => {
    write(reason).then(
      () => push({ label: `suitability of face ${face.index + 1}`, undo: () => write(before), redo: () => write(reason) }),
      () => undefined // useAct has said it
    )
  }
  return { set, busy: isPending }
}
