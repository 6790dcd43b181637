import { useMemo } from 'react'
import type { Picture } from '../../../../../shared/domain/common'
import type { EnhancementSteps } from '../../../../../shared/domain/enhancement'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { pointsOf, type MarkedFace } from '../../../../../shared/domain/markedFace'
import type { ErrorData } from '../../../../../shared/errors'
import { USUAL_CROP, cropTransform, type CropSize } from '../../../../../shared/geometry/alignment'
import type { Affine } from '../../../../../shared/geometry/similarity'
import { useCall } from '../../../client'
import { PLATE, isReduced, type FacePictures } from '../viewer/scene'
import { useBitmap } from './useBitmap'

/** Everything about one face of the comparison that does not depend on the model. */
export interface SideData {
  exhibit: Exhibit
  face: MarkedFace
  pictures: FacePictures
  /** The aligned crop as the model gets it. */
  crop: Picture | null
}

export interface SideState {
  data: SideData | null
  error: ErrorData | null
  /** The photo is being fetched or decoded. */
  loading: boolean
}

interface SideRequest {
  exhibit: string | undefined
  face: string | undefined
  /** Steps of the enhanced copy that is looked at; empty: the photo itself. */
  steps: EnhancementSteps
}

/** One side's exhibit, face and pictures. */
export function useSide({ exhibit: exhibitId, face: faceId, steps }: SideRequest): SideState {
  const known = exhibitId !== undefined && faceId !== undefined
  const exhibit = useCall('exhibit.get', { id: exhibitId ?? '' }, { enabled: known })
  const view = useCall('exhibit.image', { id: exhibitId ?? '', size: 'view' }, { enabled: known })
  const crop = useCall('face.crop', { id: faceId ?? '' }, { enabled: known })
  const face = exhibit.data?.faces.find(({ id }) => id === faceId)
  const photoSize = exhibit.data?.photo ?? null
  const wantsPlate = view.data !== undefined && photoSize !== null && (steps.length > 0 || isReduced(view.data, photoSize))
  const plate = useCall('face.plate', { id: faceId ?? '', ...PLATE, steps }, { enabled: known && wantsPlate, keepPrevious: true })
  const photo = useBitmap(view.data)
  const plateBitmap = useBitmap(wantsPlate ? plate.data : undefined).bitmap
  const placing = usePlacing(face, crop.data)
  const { width, height } = photoSize ?? { width: 0, height: 0 }
  const data = useMemo((): SideData | null => {
    if (!exhibit.data || !face || !placing || width === 0) return null
    const pictures = { photo: photo.bitmap, photoSize: { width, height }, plate: plateBitmap, ...placing }
    return { exhibit: exhibit.data, face, pictures, crop: crop.data ?? null }
  }, [exhibit.data, face, placing, photo.bitmap, plateBitmap, crop.data, width, height])
  const error = exhibit.error ?? view.error ?? (photo.failed ? UNDECODABLE : null) ?? (exhibit.data && !face ? GONE : null)
  return { data, error, loading: !error && photo.bitmap === null }
}

const UNDECODABLE: ErrorData = { kind: 'fault', code: 'image.undecodable', message: 'The view of the photo could not be shown by this window. Restart Vidimus; if it happens again, report it.' }
const GONE: ErrorData = { kind: 'input', code: 'face.gone', message: 'The face of this comparison is no longer part of its exhibit. Open the exhibit, mark the face and compare again.' }

/** Where the face lies in its photo, from the points in use; the model's crop gives the size. */
function usePlacing(face: MarkedFace | undefined, crop: Picture | undefined): { toCrop: Affine; crop: CropSize } | null {
  const points = face && JSON.stringify(pointsOf(face))
  const { width, height } = crop ?? USUAL_CROP
  return useMemo(() => {
    if (points === undefined) return null
    const size = { width, height }
    return { toCrop: cropTransform(JSON.parse(points) as ReturnType<typeof pointsOf>, size), crop: size }
  }, [points, width, height])
}
