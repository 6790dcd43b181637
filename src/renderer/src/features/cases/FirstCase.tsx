import { Button, FileButton, Progress, Stack, Text } from '@mantine/core'
import { IconFolders, IconPhotoPlus, IconPlus, IconTestPipe } from '@tabler/icons-react'
import { useCall } from '../../client'
import { useReadOnly } from '../../data/useLibrary'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { PHOTO_TYPES } from '../../ui/photoTypes'
import { useSampleCase } from './useSampleCase'

/** A library without a case: begin one, or try everything on a sample. */
export function FirstCase({ onCreate }: { onCreate: () => void }) {
  const { data: host } = useCall('host.info', {})
  const { current, fromPhotos, fromTestPhotos, cancel } = useSampleCase()
  const readOnly = useReadOnly()
  if (readOnly) return <Empty icon={IconFolders} title="No cases">This library holds no case, and it is open for reading only.</Empty>
  if (current.state === 'running') {
    const { step, done, total } = current.progress ?? { step: 'Reading the photos', done: 0, total: 1 }
    return (
      <Empty icon={IconTestPipe} title="The sample case is being made" actions={<Button variant="default" onClick={cancel}>Cancel</Button>}>
        <Stack gap={6} w={360}>
          <Progress value={(100 * done) / total} animated aria-label="Sample case" />
          <Text size="sm">{`${step} …`}</Text>
        </Stack>
      </Empty>
    )
  }
  const actions = (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={onCreate}>
        New case
      </Button>
      <FileButton accept={PHOTO_TYPES} multiple onChange={fromPhotos} inputProps={{ 'aria-label': 'Photos for a sample case' }}>
        {props => (
          <Button {...props} variant="default" leftSection={<IconPhotoPlus size={16} stroke={1.6} />}>
            Sample case from your photos
          </Button>
        )}
      </FileButton>
      {host?.developmentPhotos === true && (
        <Button variant="default" leftSection={<IconTestPipe size={16} stroke={1.6} />} onClick={fromTestPhotos}>
          Sample case from the test photos
        </Button>
      )}
    </>
  )
  return (
    <Empty icon={IconFolders} title="No cases yet" actions={actions}>
      A case has a number and a purpose; photos, faces, comparisons and their log belong to it. To look around first, make a sample case: up to twenty photos, of which the faces are found at once.
      {current.state === 'failed' && <ErrorNote title="The sample case could not be made" error={current.error} />}
    </Empty>
  )
}
