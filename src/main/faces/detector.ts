import type { Box } from '../../shared/domain/face'
import { Session, type SessionOptions } from '../runtime/session'
import type { Pixels } from './pixels'

/** A detector's answer: a box and how sure the network is, 0..1. */
export interface Detection {
  box: Box
  score: number
}

export const DETECTOR_WIDTH = 320
export const DETECTOR_HEIGHT = 240

/** UltraFace (slim, 320 x 240): finds faces about 10 to 240 pixels wide in a picture of its own size. */
export class Detector {
  private constructor(private readonly session: Session) {}

  static async open(model: Uint8Array, options: SessionOptions = {}): Promise<Detector> {
    return new Detector(await Session.open(model, options))
  }

  /**
   * Faces in one picture of 320 x 240 pixels, overlaps not yet merged, boxes in its pixels.
   * @param minScore answers below this are dropped
   */
  async detect(picture: Pixels, minScore: number): Promise<Detection[]> {
    const data = planes(picture)
    const { scores, boxes } = await this.session.run({ input: { dims: [1, 3, DETECTOR_HEIGHT, DETECTOR_WIDTH], data } })
    return readDetections(scores!.data, boxes!.data, minScore)
  }

  release = (): Promise<void> => this.session.release()
}

/** (x - 127) / 128, channel planes R, G, B. */
function planes({ data, width, height }: Pixels): Float32Array {
  const size = width * height
  const out = new Float32Array(size * 3)
  for (let i = 0, j = 0; i < size; i++) {
    out[i] = (data[j++]! - 127) / 128
    out[size + i] = (data[j++]! - 127) / 128
    out[2 * size + i] = (data[j++]! - 127) / 128
  }
  return out
}

/** scores: n x (background, face); boxes: n x (left, top, right, bottom) as shares of the picture. */
function readDetections(scores: Float32Array, boxes: Float32Array, minScore: number): Detection[] {
  const found: Detection[] = []
  for (let i = 0; i < scores.length / 2; i++) {
    const score = scores[2 * i + 1]!
    if (!(score >= minScore)) continue
    const [left, top, right, bottom] = boxes.subarray(4 * i, 4 * i + 4) as unknown as [number, number, number, number]
    const box = { x: left * DETECTOR_WIDTH, y: top * DETECTOR_HEIGHT, width: (right - left) * DETECTOR_WIDTH, height: (bottom - top) * DETECTOR_HEIGHT }
    if (box.width > 0 && box.height > 0) found.push({ box, score })
  }
  return found
}
