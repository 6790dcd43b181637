import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconDeviceFloppy, IconRestore, IconX } from '@tabler/icons-react'
import { markText, type MarkedFace } from '../../../../shared/domain/markedFace'
import { useHold, useHeld } from '../../data/hold'
import { AlignedCrop } from './AlignedCrop'
import { FaceUses } from './FaceUses'
import { PointsTable } from './PointsTable'
import { QualityTable } from './QualityTable'
import { RemoveFace } from './RemoveFace'
import type { PhotoSource } from './stage/source'
import { SuitabilityNote } from './SuitabilityNote'
import { useMark } from './useFaces'
import type { PointEdits } from './usePointEdits'

interface Props {
  caseId: string
  face: MarkedFace
  edits: PointEdits
  source: PhotoSource
  onRemoved: () => void
}

/** All about the chosen face: its mark, its points with the crop they make, its quality. */
export function FacePanel({ caseId, face, edits, source, onRemoved }: Props) {
  const name = `Face ${face.index + 1}${face.mark ? ` · ${markText(face.mark)}` : ''}`
  return (
    <Stack gap="md" p="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">{name}</Title>
        {face.automatic === null && <RemoveFace face={face} onRemoved={onRemoved} />}
      </Group>
      <MarkControl face={face} />
      <Group align="flex-start" gap="md" wrap="nowrap">
        <AlignedCrop face={face.id} points={edits.points} stored={!edits.dirty} source={source} />
        <PointActions edits={edits} />
      </Group>
      {edits.overtaken && <Overtaken edits={edits} />}
      <FaceUses caseId={caseId} face={face.id} changed={edits.dirty} />
      <PointsTable points={edits.points} automatic={face.automatic} />
      <Stack gap="xs">
        <Title order={3} size="h5">Quality</Title>
        {edits.dirty && <Text size="xs" c="dimmed">Measured at the stored points. Save the new ones to measure again.</Text>}
        <SuitabilityNote face={face} />
        <QualityTable quality={face.quality} />
      </Stack>
    </Stack>
  )
}

const ROLES = [
  { value: 'Q', label: 'Questioned' },
  { value: 'K', label: 'Known' },
  { value: 'none', label: 'Unmarked' }
]

function MarkControl({ face }: { face: MarkedFace }) {
  const { mark, busy } = useMark(face)
  const readOnly = useHeld()
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label="Mark of the face"
      data={ROLES}
      disabled={busy || readOnly}
      value={face.mark?.role ?? 'none'}
      onChange={value => mark(value === 'none' ? null : (value as 'Q' | 'K'))}
    />
  )
}

function PointActions({ edits: { dirty, overtaken, busy, save, discard, resetToAutomatic } }: { edits: PointEdits }) {
  const hold = useHold()
  return (
    <Stack gap="xs" flex={1} miw={0}>
      <Button size="xs" px="xs" leftSection={<IconDeviceFloppy size={15} aria-hidden />} disabled={!dirty || overtaken || hold !== null} title={hold ?? undefined} loading={busy} onClick={save}>Save</Button>
      <Button size="xs" px="xs" variant="default" leftSection={<IconX size={15} aria-hidden />} disabled={!dirty} onClick={discard}>Discard</Button>
      <Button size="xs" px="xs" variant="default" leftSection={<IconRestore size={15} aria-hidden />} disabled={!resetToAutomatic || hold !== null} onClick={() => resetToAutomatic?.()}>As found</Button>
      <Text size="xs" c="dimmed" aria-live="polite">{dirty ? 'Points not saved' : 'Points saved'}</Text>
    </Stack>
  )
}

function Overtaken({ edits }: { edits: PointEdits }) {
  return (
    <Alert color="yellow" variant="light" title="Another window saved other points meanwhile" role="alert">
      <Text size="sm" mb="xs">What you see are yours, not saved. Take the saved ones, or keep yours and save them over those.</Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={edits.takeNewer}>Take the saved ones</Button>
        <Button size="compact-sm" variant="default" onClick={edits.keepOurs}>Keep mine</Button>
      </Group>
    </Alert>
  )
}
