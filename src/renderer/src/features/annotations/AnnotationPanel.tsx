import { ActionIcon, Button, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core'
import { IconArrowUpRight, IconCircle, IconPolygon, IconTypography, type Icon } from '@tabler/icons-react'
import type { AnnotationKind } from '../../../../shared/domain/annotation'
import { CROP_SIDE } from '../../../../shared/geometry/alignment'
import { useHold } from '../../data/hold'
import { ErrorNote } from '../../ui/ErrorNote'
import { AnnotationRow } from './AnnotationRow'
import { useAnnotations } from './context'
import { figureInMiddle } from './geometry'
import { KIND_LABELS } from './words'

const TOOLS: readonly { kind: AnnotationKind; icon: Icon; how: string }[] = [
  { kind: 'arrow', icon: IconArrowUpRight, how: 'Drag from the tail to the tip.' },
  { kind: 'circle', icon: IconCircle, how: 'Drag from the centre to the rim.' },
  { kind: 'polygon', icon: IconPolygon, how: 'Press at every corner; Enter, a double click or the first corner closes it.' },
  { kind: 'text', icon: IconTypography, how: 'Press where the text belongs.' }
]

/** Tools, and all annotations of the comparison with their texts. */
export function AnnotationPanel() {
  const { rows, loading, error } = useAnnotations()
  return (
    <Stack gap="md">
      <Tools />
      {error && <ErrorNote title="The annotations could not be read" error={error} />}
      {loading && <Skeleton h={120} aria-label="The annotations are being loaded" />}
      {!loading && !error && rows.length === 0 && <Text size="sm" c="dimmed">No annotations yet. Choose a tool and draw on either photo: the mark appears at the same place of the face on both. The pictures themselves are never changed.</Text>}
      {rows.length > 0 && (
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Annotations">
          {rows.map(row => (
            <AnnotationRow key={row.id} annotation={row} />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

/** A reach, crop pixels, and the nose, where most faces have room. */
const MIDDLE = { x: CROP_SIDE / 2, y: CROP_SIDE * 0.64 }

function Tools() {
  const { drawing, takeTool, add } = useAnnotations()
  const hold = useHold()
  const tool = TOOLS.find(({ kind }) => kind === drawing?.kind)
  return (
    <Stack gap={6}>
      <Group gap="xs" role="toolbar" aria-label="Annotation tools">
        {TOOLS.map(({ kind, icon: ToolIcon }) => (
          <Tooltip key={kind} label={hold ?? KIND_LABELS[kind]}>
            <ActionIcon size="lg" variant={drawing?.kind === kind ? 'filled' : 'default'} aria-label={KIND_LABELS[kind]} aria-pressed={drawing?.kind === kind} disabled={hold !== null} onClick={() => takeTool(drawing?.kind === kind ? null : kind)}>
              <ToolIcon size={18} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
        {tool && <Button size="compact-sm" variant="default" onClick={() => add(figureInMiddle(tool.kind, MIDDLE, CROP_SIDE / 8))}>Place in the middle</Button>}
      </Group>
      <Text size="xs" c="dimmed" aria-live="polite">{tool ? `${tool.how} Escape puts the tool down.` : (hold ?? 'Press a mark to choose it, drag it to move it.')}</Text>
    </Stack>
  )
}
