import type { Box, Face, Point } from '../../shared/domain/face'
import { inputError } from '../../shared/errors'
import type { SessionOptions } from '../runtime/session'
import { alignIn } from './align'
import { Detector, type Detection } from './detector'
import { fivePoints, Landmarker } from './landmarks'
import type { Photo } from './photo'
import { estimatePose } from './pose'
import { measureQuality } from './quality'
import { searchFaces } from './search'

/** The two networks' ONNX files. */
export interface FaceModels {
  detector: Uint8Array
  landmarks: Uint8Array
}

/** Finds faces and their points; opened once, used for every photo. */
export class FaceEngine {
  private constructor(
    private readonly detector: Detector,
    private readonly landmarker: Landmarker
  ) {}

  /** @throws VidimusError `model.unloadable` (input). */
  static async open(models: FaceModels, options: SessionOptions = {}): Promise<FaceEngine> {
    const detector = await Detector.open(models.detector, options)
    return new FaceEngine(detector, await Landmarker.open(models.landmarks, options))
  }

  /**
   * All faces of a photo, largest first.
   * @throws VidimusError `face.none` (input): never the whole picture in a face's place.
   */
  async findFaces(photo: Photo): Promise<Face[]> {
    const detections = await searchFaces(this.detector, photo.working)
    if (detections.length === 0) throw noFace(photo)
    const area = ({ box }: Detection): number => box.width * box.height
    const faces: Face[] = []
    for (const detection of detections.sort((a, b) => area(b) - area(a))) faces.push(await this.describe(photo, detection, faces.length))
    return faces
  }

  private async describe(photo: Photo, { box, score }: Detection, index: number): Promise<Face> {
    const { working, scale } = photo
    const seen = await this.landmarker.locate(working, box)
    const crop = alignIn(working, fivePoints(seen))
    const points68 = seen.map((point) => unscale(point, scale))
    const points5 = fivePoints(points68)
    const quality = measureQuality(estimatePose(points68), points5, crop, scale === 1 ? { photo: working, box } : null)
    return { index, box: unscaleBox(box, scale), score, points68, points5, quality }
  }

  async release(): Promise<void> {
    await this.detector.release()
    await this.landmarker.release()
  }
}

/** Working-copy coordinates to the photo's: pixel areas match, pixel centres lie at whole numbers. */
const unscale = ({ x, y }: Point, scale: number): Point => ({ x: (x + 0.5) / scale - 0.5, y: (y + 0.5) / scale - 0.5 })

const unscaleBox = ({ x, y, width, height }: Box, scale: number): Box => ({ x: x / scale, y: y / scale, width: width / scale, height: height / scale })

function noFace({ width, height }: Photo) {
  return inputError(
    'face.none',
    `No face was found in the photo (${width} x ${height} pixels). Check that it shows a face upright, not turned by more than about 60 degrees, ` +
      'mostly uncovered and at least 16 pixels wide (more in photos above 1.6 megapixels); crop or rotate a copy, or choose another photo.'
  )
}
