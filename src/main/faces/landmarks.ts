import type { Box, FivePoints, Point } from '../../shared/domain/face'
import { Session, type SessionOptions } from '../runtime/session'
import { luma, type Pixels } from './pixels'
import { resample } from './resample'
import { mean } from '../../shared/geometry/similarity'

const SIDE = 64

/** The 68-point landmark network of the default set: looks at the detector's box and nothing around it. */
export class Landmarker {
  private constructor(private readonly session: Session) {}

  static async open(model: Uint8Array, options: SessionOptions = {}): Promise<Landmarker> {
    return new Landmarker(await Session.open(model, options))
  }

  /** 68 points (iBUG 300-W order) in pixels of `picture`, for the face in `box`. */
  async locate(picture: Pixels, box: Box): Promise<Point[]> {
    const data = luma(resample(picture, box, SIDE, SIDE)).map((value) => value / 256)
    const { output } = await this.session.run({ input: { dims: [1, 1, SIDE, SIDE], data } })
    return Array.from({ length: 68 }, (_, i) => ({
      x: box.x + output!.data[2 * i]! * box.width,
      y: box.y + output!.data[2 * i + 1]! * box.height
    }))
  }

  release = (): Promise<void> => this.session.release()
}

/** The five points of the ArcFace template: eye centres from the lids (the corners sway with gaze), nose tip, mouth corners. */
export function fivePoints(points68: readonly Point[]): FivePoints {
  const at = (...indices: number[]): Point => mean(indices.map((i) => points68[i]!))
  return { leftEye: at(37, 38, 40, 41), rightEye: at(43, 44, 46, 47), nose: at(30), mouthLeft: at(48, 60), mouthRight: at(54, 64) }
}
