import { Center, Overlay, Stack, Text } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useReadOnly } from '../../../data/useLibrary'
import { useImporter } from './Importer'
import { fromDrop } from './items'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Takes photos and folders that are dropped anywhere on the window while a case is shown. */
export function DropOverlay({ caseId }: { caseId: string }) {
  const { offer } = useImporter()
  const readOnly = useReadOnly()
  const [over, setOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event
    if (!hasFiles(event) || dataTransfer === null || readOnly) return
    offer(caseId, onFound => fromDrop(dataTransfer, onFound))
  })
  useEffect(() => {
    // A drag enters a child before it leaves its parent: only as many leavings as enterings mean that it is gone.
    let depth = 0
    const enter = (event: DragEvent): void => {
      if (hasFiles(event) && ++depth === 1) setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (hasFiles(event) && --depth <= 0) setOver(false)
    }
    const end = (event: DragEvent): void => {
      depth = 0
      setOver(false)
      drop(event)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', end)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', end)
    }
  }, [])
  if (!over) return null
  return (
    <Overlay fixed zIndex={400} backgroundOpacity={0.7} blur={2}>
      <Center h="100%">
        <Stack align="center" gap="xs" c="white">
          <IconPhotoDown size={54} stroke={1.2} aria-hidden />
          <Text size="xl" fw={650}>
            {readOnly ? 'This library is open for reading only' : 'Drop photos or folders to import them'}
          </Text>
          {!readOnly && <Text size="sm">Bytes are hashed and stored as they are; every file that can’t be used is named.</Text>}
        </Stack>
      </Center>
    </Overlay>
  )
}
