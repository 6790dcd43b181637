import { Button, Group, Modal, Pagination, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconArrowsExchange, IconPhotoPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MarkedFace } from '../../../../../shared/domain/markedFace'
import { useCall } from '../../../client'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { PairSlot } from '../pair/PairSlot'
import { useComparePair } from '../pair/useComparePair'
import { usePair, type Side } from '../pair/usePair'
import { FaceTile } from './FaceTile'
import classes from './NewComparison.module.css'

const PAGE = 24

/** Which of the faces are offered. */
const filters = {
  All: () => true,
  Marked: ({ mark }) => mark !== null,
  Questioned: ({ mark }) => mark?.role === 'Q',
  Known: ({ mark }) => mark?.role === 'K'
} satisfies Record<string, (face: MarkedFace) => boolean>
type Filter = keyof typeof filters

/** Chooses two faces of a case and compares them. */
export function NewComparison({ caseId, opened, onClose }: { caseId: string; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New comparison" size={920}>
      {opened && <Chooser caseId={caseId} onClose={onClose} />}
    </Modal>
  )
}

function Chooser({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { pair, pick, swap } = usePair(caseId)
  const { compare, busy } = useComparePair(caseId)
  const [side, setSide] = useState<Side>(pair.a === null ? 'a' : 'b')
  const [filter, setFilter] = useState<Filter>('All')
  const [page, setPage] = useState(1)
  const { data, error } = useCall('exhibit.list', { case: caseId, offset: (page - 1) * PAGE, limit: PAGE }, { keepPrevious: true })
  const choose = (to: Side, face: MarkedFace): void => {
    pick(to, { face: face.id, exhibit: face.exhibit })
    // The side that is still open comes next.
    setSide(to === 'a' ? 'b' : 'a')
  }
  const shown = data?.rows.flatMap(exhibit => exhibit.faces.filter(filters[filter]).map(face => ({ exhibit, face }))) ?? []
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="md">
          <PairSlot side="a" picked={pair.a} onClear={() => pick('a', null)} size={64} />
          <Button variant="subtle" color="gray" leftSection={<IconArrowsExchange size={16} stroke={1.6} />} onClick={swap}>
            Swap
          </Button>
          <PairSlot side="b" picked={pair.b} onClear={() => pick('b', null)} size={64} />
        </Group>
        <Button onClick={() => compare?.()} disabled={compare === null} loading={busy}>
          Compare
        </Button>
      </Group>
      <Group justify="space-between">
        <Group gap="xs">
          <Text size="sm" id="choosing-for">
            A face pressed becomes
          </Text>
          <SegmentedControl size="xs" aria-labelledby="choosing-for" data={[{ value: 'a', label: 'A, the probe' }, { value: 'b', label: 'B, the reference' }]} value={side} onChange={value => setSide(value)} />
        </Group>
        <SegmentedControl size="xs" aria-label="Faces shown" data={Object.keys(filters)} value={filter} onChange={value => setFilter(value as Filter)} />
      </Group>
      {error && <ErrorNote title="The faces could not be listed" error={error} />}
      {data && shown.length === 0 && (
        <Empty icon={IconPhotoPlus} title={data.total === 0 ? 'No exhibits yet' : 'No such face here'} actions={<Button variant="default" onClick={onClose}>Back to the case</Button>}>
          {data.total === 0 ? 'Import photos first; the faces found in them are offered here.' : 'Faces are marked from their boxes in the exhibits.'}
        </Empty>
      )}
      <div className={classes.faces}>
        {shown.map(({ exhibit, face }) => (
          <FaceTile key={face.id} exhibit={exhibit} face={face} chosen={pair.a?.face === face.id ? 'a' : pair.b?.face === face.id ? 'b' : null} onChoose={to => choose(to ?? side, face)} />
        ))}
      </div>
      {data && data.total > PAGE && (
        <Group justify="center">
          <Pagination total={Math.ceil(data.total / PAGE)} value={page} onChange={setPage} size="sm" getControlProps={control => ({ 'aria-label': `${control} page` })} />
        </Group>
      )}
      <Text size="xs" c="dimmed">
        With the keyboard: Tab to a face, then A or B puts it there, Enter takes the side above.
      </Text>
    </Stack>
  )
}
