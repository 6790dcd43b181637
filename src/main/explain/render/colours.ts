import type { ColourScale, PaletteName } from '../../../shared/domain/explanation'
import { PALETTES } from '../../../shared/domain/palettes'
import type { ShownMaps } from './shownMaps'

/** Opacity of full colour: the face must stay readable underneath. */
export const OPACITY = 0.8

/** Share of all map values that stay below full colour: a handful of extreme pixels must not make the rest pale. */
const QUANTILE = 0.995

/**
 * One scale for all maps of both faces, so that colours compare within the comparison. It is printed with every
 * sheet; nothing is stretched per picture.
 *
 * @param opacity of full colour, 0..1
 */
export function colourScale(faces: readonly ShownMaps[], palette: PaletteName, opacity = OPACITY): ColourScale {
  const values = Float32Array.from(faces.flatMap(({ similar, dissimilar, combined }) => [...similar, ...dissimilar, ...combined].map(Math.abs))).sort()
  const maximum = values.at(-1) ?? 0
  const limit = roundUp(values[Math.floor(QUANTILE * (values.length - 1))] ?? 0)
  return { palette, ...PALETTES[palette], limit, maximum, opacity }
}

/** To two significant digits, so that the printed number is the number used; maps of zeros get a scale all the same. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1e-9
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / unit) * unit).toPrecision(2))
}
