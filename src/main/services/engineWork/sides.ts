import type { ComparedFace } from '../../../shared/domain/comparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import type { FivePoints } from '../../../shared/domain/face'
import type { CropSize } from '../../../shared/geometry/alignment'
import type { Affine } from '../../../shared/geometry/similarity'
import type { Crop } from '../../explain/explanation'
import { alignFace } from '../../faces/align'
import { enhancePhoto } from '../../faces/enhance'
import type { PhotoCache } from './evidence'
import type { SideRequest, StoredPhoto } from './types'

/** An aligned crop with what the record says of where it comes from. */
export interface PreparedCrop {
  crop: Crop
  toCrop: Affine
  photo: ComparedFace['photo']
  /** Bytes of the file. */
  size: number
}

const KEPT = 24

/** Crops made last, by photo, points, steps and size: moving a threshold must cost the run of the model alone. */
export class CropCache {
  readonly #crops = new Map<string, PreparedCrop>()

  constructor(private readonly photos: PhotoCache) {}

  /** @throws VidimusError (input) for evidence that is missing or was changed, and `face.points` */
  async get(stored: StoredPhoto, points: FivePoints, steps: EnhancementSteps, size: CropSize): Promise<PreparedCrop> {
    const key = JSON.stringify([stored.sha256, points, steps, size.width, size.height])
    const found = this.#crops.get(key) ?? (await this.#make(stored, points, steps, size))
    this.#crops.delete(key)
    this.#crops.set(key, found)
    if (this.#crops.size > KEPT) this.#crops.delete(this.#crops.keys().next().value!)
    return found
  }

  async #make(stored: StoredPhoto, points: FivePoints, steps: EnhancementSteps, wanted: CropSize): Promise<PreparedCrop> {
    const { photo, size } = await this.photos.open(stored)
    const { crop, toCrop } = await alignFace(enhancePhoto(photo, steps), points, wanted)
    const { format, width, height, orientation, warnings } = photo
    return { crop: { width: crop.width, height: crop.height, rgb: crop.data }, toCrop, photo: { format, width, height, orientation, warnings: [...warnings] }, size }
  }
}

/** What the record says of a side: what was known, and what the photo and the points say. */
export function comparedFace({ photo, points, known }: SideRequest, prepared: PreparedCrop): ComparedFace {
  const { leftEye, rightEye } = points
  return {
    ...known,
    sha256: photo.sha256,
    size: prepared.size,
    photo: prepared.photo,
    points,
    interEyePixels: Math.hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y),
    alignment: [...prepared.toCrop]
  }
}
