import { Box, Skeleton } from '@mantine/core'
import { usePicture } from './usePicture'

/** The aligned face as the model gets it. */
export function FaceCrop({ face, size, label }: { face: string; size: number; label: string }) {
  const { url, error } = usePicture('face.crop', { id: face })
  if (url !== null) return <Box component="img" src={url} alt={label} w={size} h={size} bdrs="sm" flex="none" />
  if (error) return <Box w={size} h={size} bdrs="sm" bg="var(--mantine-color-default-hover)" flex="none" role="img" aria-label={`${label}: not available`} />
  return <Skeleton w={size} h={size} radius="sm" flex="none" />
}
