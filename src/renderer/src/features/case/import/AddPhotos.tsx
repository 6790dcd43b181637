import { Button, FileButton, Group } from '@mantine/core'
import { IconFolderPlus, IconPhotoPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useHold } from '../../../data/hold'
import { useCommand } from '../../../ui/commands'
import { PHOTO_TYPES } from '../../../ui/photoTypes'
import { useImporter } from './Importer'
import { fromInput } from './items'

/** The buttons that bring photos in, besides dropping them. */
export function AddPhotos({ caseId }: { caseId: string }) {
  const { offer } = useImporter()
  const hold = useHold()
  const photos = useRef<HTMLButtonElement>(null)
  useCommand('import', () => photos.current?.click())
  const forgetPhotos = useRef<() => void>(null)
  const forgetFolder = useRef<() => void>(null)
  const add = (files: File[]): void => {
    if (files.length > 0) offer(caseId, async () => fromInput(files))
    // Else the same files could not be chosen again.
    forgetPhotos.current?.()
    forgetFolder.current?.()
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <FileButton multiple resetRef={forgetPhotos} accept={PHOTO_TYPES} onChange={add} inputProps={{ 'aria-label': 'Photos to import' }}>
        {props => (
          <Button {...props} ref={photos} leftSection={<IconPhotoPlus size={16} stroke={1.6} />} disabled={hold !== null} title={hold ?? undefined}>
            Add photos
          </Button>
        )}
      </FileButton>
      <FileButton multiple resetRef={forgetFolder} onChange={add} inputProps={{ 'aria-label': 'Folder to import', ...{ webkitdirectory: '' } }}>
        {props => (
          <Button {...props} variant="default" leftSection={<IconFolderPlus size={16} stroke={1.6} />} disabled={hold !== null} title={hold ?? undefined}>
            Add folder
          </Button>
        )}
      </FileButton>
    </Group>
  )
}
