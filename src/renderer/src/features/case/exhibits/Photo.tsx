import { Center, Loader, Text } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { usePicture } from '../../../ui/usePicture'
import classes from './Photo.module.css'

/** Width over height below which a large view gets a frame of its own. */
const TALLEST = 1

interface Props {
  exhibit: Exhibit
  size: 'thumb' | 'view'
  /** Laid over the picture itself, whatever its shape. */
  children?: ReactNode
}

/** An exhibit's photo, whole, inside a frame of its parent's size. */
export function Photo({ exhibit: { id, number, photo, analysis }, size, children }: Props) {
  const { url, picture, error } = usePicture('exhibit.image', { id, size }, { enabled: photo !== null })
  if (photo === null) return <Missing text={analysis.state === 'failed' ? analysis.message : 'Not read yet'} />
  if (error) return <Missing text={error.message} />
  if (url === null || picture === null)
    return (
      <Center className={classes.frame}>
        <Loader size="sm" aria-label={`E-${number} is being loaded`} />
      </Center>
    )
  const { width, height } = photo
  return (
    <div className={classes.frame} style={size === 'view' ? { aspectRatio: Math.max(width / height, TALLEST) } : undefined}>
      <div className={classes.picture} style={{ aspectRatio: `${width} / ${height}` }} data-wide={width / height > (size === 'view' ? TALLEST : 4 / 3) || undefined}>
        <img src={url} alt={`Photo of exhibit E-${number}`} className={classes.image} draggable={false} />
        {children}
      </div>
    </div>
  )
}

function Missing({ text }: { text: string }) {
  return (
    <Center className={classes.frame} p="md">
      <div>
        <Center>
          <IconPhotoOff size={26} stroke={1.4} aria-hidden />
        </Center>
        <Text size="xs" ta="center" lineClamp={4}>
          {text}
        </Text>
      </div>
    </Center>
  )
}
