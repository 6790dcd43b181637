import type { Box } from '../../shared/domain/face'
import { DETECTOR_HEIGHT, DETECTOR_WIDTH, type Detection, type Detector } from './detector'
import { intersectionOverSmaller, intersectionOverUnion, suppress } from './nms'
import { makePixels, type Pixels } from './pixels'
import { planLevels, squareAround, type Level } from './pyramid'
import { resample } from './resample'

/** A first look may be unsure; the second look, at the face alone, decides. */
const CANDIDATE_SCORE = 0.6
const FACE_SCORE = 0.7

/**
 * The second look's windows, in sides of the face: the detector sees the face as large as in the benchmark photos
 * (about half the window), so that the box, on which landmarks depend, does not depend on the photo's size. Chance
 * patterns (an elbow, a printed shirt) seldom look like a face in all of them; the mean of the boxes is steadier than one.
 */
const WINDOWS = [2, 1.6, 2.5, 3.2]

/** Most candidates looked at twice; crowds beyond that lose their least certain faces. */
const MAX_CANDIDATES = 200

/**
 * All faces of a picture, boxes in its pixels, best score first: the whole picture at once, then windows over a
 * pyramid, overlaps merged, each candidate confirmed and its box measured in a second look.
 */
export async function searchFaces(detector: Detector, picture: Pixels): Promise<Detection[]> {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height }
  const candidates = await look(detector, picture, whole, CANDIDATE_SCORE)
  for (const level of planLevels(picture.width, picture.height)) candidates.push(...(await searchLevel(detector, picture, level)))
  const confirmed: Detection[] = []
  for (const one of suppress(candidates, 0.4).slice(0, MAX_CANDIDATES)) {
    const face = await confirm(detector, picture, one)
    if (face) confirmed.push(face)
  }
  return suppress(suppress(confirmed, 0.4), 0.7, intersectionOverSmaller)
}

async function searchLevel(detector: Detector, picture: Pixels, { scale, width, height, tiles }: Level): Promise<Detection[]> {
  const level = resample(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, width, height)
  const found: Detection[] = []
  for (const { x, y } of tiles)
    for (const { box, score } of suppress(await detector.detect(cutWindow(level, x, y), CANDIDATE_SCORE), 0.4))
      found.push({ score, box: { x: (box.x + x) / scale, y: (box.y + y) / scale, width: box.width / scale, height: box.height / scale } })
  return found
}

/** One window of a level at its own scale; grey where the level ends. */
function cutWindow(level: Pixels, left: number, top: number): Pixels {
  const out = makePixels(DETECTOR_WIDTH, DETECTOR_HEIGHT)
  out.data.fill(127)
  const columns = Math.min(DETECTOR_WIDTH, level.width - left)
  const rows = Math.min(DETECTOR_HEIGHT, level.height - top)
  for (let y = 0; y < rows; y++) {
    const from = ((top + y) * level.width + left) * 3
    out.data.set(level.data.subarray(from, from + columns * 3), y * DETECTOR_WIDTH * 3)
  }
  return out
}

async function confirm(detector: Detector, picture: Pixels, { box }: Detection): Promise<Detection | null> {
  const seen: Detection[] = []
  for (const times of WINDOWS) {
    const window = squareAround(box, times * Math.max(box.width, box.height), picture.width, picture.height)
    const answers = await look(detector, picture, window, 0.1)
    const same = answers.find((other) => intersectionOverUnion(other.box, box) > 0.3)
    if (same) seen.push(same)
  }
  const score = seen.reduce((sum, one) => sum + one.score, 0) / WINDOWS.length
  return score >= FACE_SCORE ? { score, box: meanBox(seen) } : null
}

function meanBox(seen: readonly Detection[]): Box {
  const average = (key: keyof Box): number => seen.reduce((sum, { box }) => sum + box[key], 0) / seen.length
  return { x: average('x'), y: average('y'), width: average('width'), height: average('height') }
}

/** What the detector sees in a part of the picture stretched to its window; best first, boxes in the picture's pixels. */
async function look(detector: Detector, picture: Pixels, part: Box, minScore: number): Promise<Detection[]> {
  const seen = await detector.detect(resample(picture, part, DETECTOR_WIDTH, DETECTOR_HEIGHT), minScore)
  const sx = part.width / DETECTOR_WIDTH
  const sy = part.height / DETECTOR_HEIGHT
  return suppress(seen, 0.4).map(({ box, score }) => ({
    score,
    box: { x: part.x + box.x * sx, y: part.y + box.y * sy, width: box.width * sx, height: box.height * sy }
  }))
}
