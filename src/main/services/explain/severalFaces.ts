import { VidimusError } from '../../../shared/errors'
import type { UndecidedSide } from './side'

/** A photo with several faces of which none was chosen: asking beats guessing. Carries views of the photos, to draw them with numbers. */
export class SeveralFacesError extends VidimusError {
  constructor(readonly sides: readonly { name: 'a' | 'b'; side: UndecidedSide }[]) {
    super('input', 'face.several', sides.map(({ name, side }) => describe(name, side)).join('\n'), { detail: { photos: sides.map(({ name, side }) => listOf(name, side)) } })
  }
}

const listOf = (name: 'a' | 'b', { path, faces }: UndecidedSide) => ({
  side: name,
  file: path,
  faces: faces.map(({ index, box, score, quality }) => ({ index, box, detectorScore: score, interEyePixels: quality.interEyePx }))
})

function describe(name: 'a' | 'b', { path, faces }: UndecidedSide): string {
  const lines = faces.map(({ index, box, quality }) => {
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round)
    return `  ${index}: ${width} x ${height} pixels at (${x}, ${y}), ${Math.round(quality.interEyePx)} pixels between the eyes`
  })
  return `"${path}" shows ${faces.length} faces and none was chosen:\n${lines.join('\n')}\nChoose with --face-${name} N, --face-${name} largest or --face-${name} central.`
}
