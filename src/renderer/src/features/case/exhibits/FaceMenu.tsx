import { Group, Menu, Stack, Text } from '@mantine/core'
import { IconBookmarkOff, IconLetterA, IconLetterB, IconLetterK, IconLetterQ } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { qualityLights } from '../../../../../shared/domain/quality'
import { useHeld } from '../../../data/hold'
import { toExhibit } from '../../../routes'
import { FaceCrop } from '../../../ui/FaceCrop'
import { LightDot } from '../../../ui/LightDot'
import { usePair } from '../pair/usePair'
import { useMarking } from './useMarking'

interface Props {
  caseId: string
  exhibitNumber: number
  face: MarkedFace
  /** What opens it. */
  children: ReactNode
}

/** What can be done with a face, and how good it is. */
export function FaceMenu({ caseId, exhibitNumber, face, children }: Props) {
  const [, navigate] = useLocation()
  const { pick } = usePair(caseId)
  const mark = useMarking()
  const readOnly = useHeld()
  const picked = { face: face.id, exhibit: face.exhibit }
  const name = `E-${exhibitNumber} face ${face.index + 1}`
  return (
    <Menu position="bottom-start" width={330} withArrow>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate(toExhibit(caseId, face.exhibit, face.id))}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <FaceCrop face={face.id} size={84} label="" />
            <FaceSummary name={name} face={face} />
          </Group>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLetterQ size={16} />} disabled={readOnly || face.mark?.role === 'Q'} onClick={() => mark(face, 'Q')}>
          Mark as questioned
        </Menu.Item>
        <Menu.Item leftSection={<IconLetterK size={16} />} disabled={readOnly || face.mark?.role === 'K'} onClick={() => mark(face, 'K')}>
          Mark as known
        </Menu.Item>
        {face.mark && (
          <Menu.Item leftSection={<IconBookmarkOff size={16} stroke={1.6} />} disabled={readOnly} onClick={() => mark(face, null)}>
            Take mark back
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLetterA size={16} />} onClick={() => pick('a', picked)}>
          Compare as A, the probe
        </Menu.Item>
        <Menu.Item leftSection={<IconLetterB size={16} />} onClick={() => pick('b', picked)}>
          Compare as B, the reference
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Name, mark, and what of its quality is not green. */
function FaceSummary({ name, face }: { name: string; face: MarkedFace }) {
  const notable = face.quality === null ? [] : qualityLights(face.quality).filter(({ light }) => light !== 'green')
  return (
    <Stack gap={3} miw={0}>
      <Text size="sm" fw={600}>
        {face.mark ? `${markText(face.mark)} · ${name}` : name}
      </Text>
      {face.quality === null && <Text size="xs">Quality not measured</Text>}
      {face.quality !== null && notable.length === 0 && <Text size="xs">All quality lights are green.</Text>}
      {notable.map(({ key, label, value, light }) => (
        <Group key={key} gap={5} wrap="nowrap" align="flex-start">
          <LightDot light={light} />
          <Text size="xs" lh={1.3}>{`${label}: ${value}`}</Text>
        </Group>
      ))}
      {face.override && <Text size="xs">{`Used all the same: ${face.override.reason}`}</Text>}
      <Text size="xs" c="dimmed">
        Open the face editor
      </Text>
    </Stack>
  )
}
