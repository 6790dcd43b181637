import { Center, Overlay, Stack, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useHold } from '../data/hold'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

interface Props {
  icon: Icon
  title: string
  hint: string
  /** Called while the drop event is handled; not where nothing can be changed. */
  onDrop: (transfer: DataTransfer) => void
}

/** Takes files that are dropped anywhere on the window while the screen that shows this is there. */
export function DropOverlay({ icon: DropIcon, title, hint, onDrop }: Props) {
  const hold = useHold()
  const [over, setOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event) || event.dataTransfer === null || hold !== null) return
    onDrop(event.dataTransfer)
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
          <DropIcon size={54} stroke={1.2} aria-hidden />
          <Text size="xl" fw={650}>
            {hold ?? title}
          </Text>
          {hold === null && <Text size="sm">{hint}</Text>}
        </Stack>
      </Center>
    </Overlay>
  )
}
