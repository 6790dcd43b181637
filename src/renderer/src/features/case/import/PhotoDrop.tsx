import { IconPhotoDown } from '@tabler/icons-react'
import { DropOverlay } from '../../../ui/DropOverlay'
import { useImporter } from './Importer'
import { fromDrop } from './items'

/** Takes photos and folders that are dropped anywhere on the window while a case is shown. */
export function PhotoDrop({ caseId }: { caseId: string }) {
  const { offer } = useImporter()
  return (
    <DropOverlay
      icon={IconPhotoDown}
      title="Drop photos or folders to import them"
      hint="Bytes are hashed and stored as they are; every file that can’t be used is named."
      onDrop={transfer => offer(caseId, onFound => fromDrop(transfer, onFound))}
    />
  )
}
