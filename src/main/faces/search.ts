import type { Box } from '../../shared/domain/face'
import { DETECTOR_HEIGHT, DETECTOR_WIDTH, type Detection, type Detector } from './detector'
import { intersectionOverSmaller, intersectionOverUnion, suppress } from './nms'
import { makePixels, mirror, type Pixels } from './pixels'
import { planLevels, squareAround, type Level } from './pyramid'
import { resample } from './resample'

/** A first look may be unsure; the second looks, at the face alone, decide by the mean of their scores. */
const CANDIDATE_SCORE = 0.6
const FACE_SCORE = 0.8

/**
 * The second looks: windows in sides of the face, some mirrored. The detector sees the face about as large as in the
 * benchmark photos (half the window), so that the box, on which landmarks depend, does not depend on the photo's size.
 * A face looks like one in all of them (above 0.95 in the photos tried), a chance pattern such as an elbow or a printed
 * shirt only in some (below 0.75); and the mean of the boxes is steadier than one.
 */
const LOOKS = [
  { sides: 1.6, mirrored: false }, { sides: 2, mirrored: false }, { sides: 2.5, mirrored: false }, { sides: 3.2, mirrored: false },
  { sides: 2, mirrored: true }, { sides: 3.2, mirrored: true }
] as const

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
    if (confirmed.some(({ box }) => intersectionOverUnion(box, one.box) > 0.4)) continue
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
  let missing = 0
  for (const { sides, mirrored } of LOOKS) {
    const window = squareAround(box, sides * Math.max(box.width, box.height), picture.width, picture.height)
    const answers = await look(detector, picture, window, 0.1, mirrored)
    const same = answers.find((other) => intersectionOverUnion(other.box, box) > 0.3)
    if (same) seen.push(same)
    missing += 1 - (same?.score ?? 0)
    if (missing > (1 - FACE_SCORE) * LOOKS.length) return null
  }
  return { score: 1 - missing / LOOKS.length, box: meanBox(seen) }
}

function meanBox(seen: readonly Detection[]): Box {
  const average = (key: keyof Box): number => seen.reduce((sum, { box }) => sum + box[key], 0) / seen.length
  return { x: average('x'), y: average('y'), width: average('width'), height: average('height') }
}

/** What the detector sees in a part of the picture stretched to its window; best first, boxes in the picture's pixels. */
async function look(detector: Detector, picture: Pixels, part: Box, minScore: number, mirrored = false): Promise<Detection[]> {
  const seen = resample(picture, part, DETECTOR_WIDTH, DETECTOR_HEIGHT)
  const sx = part.width / DETECTOR_WIDTH
  const sy = part.height / DETECTOR_HEIGHT
  return suppress(await detector.detect(mirrored ? mirror(seen) : seen, minScore), 0.4).map(({ box, score }) => {
    const x = mirrored ? DETECTOR_WIDTH - box.x - box.width : box.x
    return { score, box: { x: part.x + x * sx, y: part.y + box.y * sy, width: box.width * sx, height: box.height * sy } }
  })
}
