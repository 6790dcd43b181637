import { Box, Group, Loader, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { FivePoints } from '../../../../shared/domain/face'
import { USUAL_CROP, cropTransform, type CropSize } from '../../../../shared/geometry/alignment'
import { useCall } from '../../client'
import { CropMarks } from './CropMarks'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './faces.module.css'
import { paintPhoto, useBitmap, type PhotoSource } from './stage/source'

/** How long the points must rest before the engine is asked, ms. */
const REST_MS = 200

interface Props {
  /** Null for a face that is being set by hand: the engine does not know it yet. */
  face: string | null
  points: FivePoints
  /** Whether these are the stored points. */
  stored: boolean
  source: PhotoSource
}

/**
 * What the model gets of this face: drawn here while the points move, with the transform that the engine uses, and taken
 * from the engine once they rest. Which of the two is seen is always said.
 */
export function AlignedCrop({ face, points, stored, source }: Props) {
  const [rested] = useDebouncedValue(points, REST_MS)
  const asked = face !== null && rested === points
  const { data, error } = useCall('face.crop', { id: face ?? '', points: stored ? null : points }, { enabled: asked })
  const exact = useBitmap(asked ? data : null)
  const size = data ? { width: data.width, height: data.height } : USUAL_CROP
  return (
    <Stack gap={6} w={224}>
      <Box className={classes.crop} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <CropCanvas exact={exact} points={points} size={size} source={source} />
        <CropMarks points={points} size={size} />
      </Box>
      <Group gap={6} wrap="nowrap" mih={20} aria-live="polite">
        <Text size="xs" c="dimmed" data-crop={exact ? 'exact' : 'preview'}>
          {exact ? `Exact: the crop that the model gets, ${size.width} × ${size.height}` : 'Preview, drawn by this window'}
        </Text>
        {!exact && asked && !error && <Loader size={12} aria-label="The exact crop is on its way" />}
      </Group>
      {error && <ErrorNote title="No exact crop" error={error} />}
    </Stack>
  )
}

function CropCanvas({ exact, points, size, source }: { exact: ImageBitmap | null; points: FivePoints; size: CropSize; source: PhotoSource }) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = ref.current!.getContext('2d')!
    context.clearRect(0, 0, size.width, size.height)
    if (exact) context.drawImage(exact, 0, 0)
    else paintPhoto(context, cropTransform(points, size), source)
  }, [exact, points, size, source])
  return <canvas ref={ref} width={size.width} height={size.height} role="img" aria-label="Aligned crop of the face" />
}
