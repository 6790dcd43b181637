import { useMemo } from 'react'
import { pointsOf, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { USUAL_CROP } from '../../../../../shared/geometry/alignment'
import type { ErrorData } from '../../../../../shared/errors'
import { useCall } from '../../../client'
import { isOfThesePoints } from '../drafts'
import { plateLayer, useBitmap, viewLayer, type PhotoSource } from './source'

/** Of the plate that shows a face in the photo's own pixels: crop widths, and pixels. */
const EXTENT = 2.5
const SIDE = 2048

interface Shown {
  layers: PhotoSource
  loading: boolean
  error: ErrorData | null
}

/** What the stage is painted from. A face of a photo too large to be shown whole comes in the photo's own pixels too. */
export function usePhotoSource(exhibit: string, photo: { width: number; height: number }, face: MarkedFace | null): Shown {
  const view = useCall('exhibit.image', { id: exhibit, size: 'view' })
  const coarse = view.data !== undefined && view.data.width < photo.width
  const plate = useCall('face.plate', { id: face?.id ?? '', extent: EXTENT, side: SIDE }, { enabled: coarse && face !== null })
  const whole = useBitmap(view.data)
  const detail = useBitmap(face && isOfThesePoints(face, plate.dataUpdatedAt) ? plate.data : null)
  const layers = useMemo(() => {
    const first = whole ? [viewLayer(whole, photo)] : []
    return face && detail ? [...first, plateLayer(detail, pointsOf(face), EXTENT, USUAL_CROP)] : first
  }, [whole, detail, face, photo])
  return { layers, loading: whole === null && !view.error, error: view.error ?? plate.error }
}
