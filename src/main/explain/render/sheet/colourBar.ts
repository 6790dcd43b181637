import type { ColourScale } from '../../../../shared/domain/explanation'
import { makePixels, type Pixels } from '../../../faces/pixels'
import { canvasOf } from '../canvas'
import { paintMap } from '../paint'
import { lineAt } from './contours'
import { CONTENT, MARGIN, RULE, SOFT, type Page } from './page'

const HEIGHT = 34

/**
 * The scale in numbers: colours over middle grey, in the very opacity of the maps.
 *
 * @param unit what a map's value is
 */
export function drawColourBar(page: Page, scale: ColourScale, unit: string): void {
  const { limit, maximum, opacity } = scale
  page.context.drawImage(canvasOf(bar(scale, CONTENT)), MARGIN, page.y)
  page.context.strokeStyle = RULE
  page.context.strokeRect(MARGIN, page.y, CONTENT, HEIGHT)
  const y = page.y + HEIGHT + 26
  const labels: [number, string, 'left' | 'center' | 'right'][] = [[-1, `-${number(limit)} and below`, 'left'], [-0.5, `-${number(limit / 2)}`, 'center'], [0, '0', 'center'], [0.5, `+${number(limit / 2)}`, 'center'], [1, `+${number(limit)} and above`, 'right']]
  for (const [place, text, align] of labels) page.put(text, MARGIN + ((place + 1) / 2) * CONTENT, y, { size: 18 }, align)
  page.put('argues against the same source', MARGIN + CONTENT * 0.25, page.y - 10, { size: 19, bold: true }, 'center')
  page.put('argues for the same source', MARGIN + CONTENT * 0.75, page.y - 10, { size: 19, bold: true }, 'center')
  const note = `One scale for all maps of this comparison, both faces. Unit: ${unit}. Largest value: ${number(maximum)}. Opacity grows with the value up to ${Math.round(opacity * 100)} %; the picture underneath is made grey and lighter. Lines in the combined map: +${number(lineAt(scale))} full, -${number(lineAt(scale))} dashed.`
  page.y = page.paragraph(note, MARGIN, y + 32, CONTENT, { size: 18, colour: SOFT })
}

/** Drawn by the maps' own painter over the grey of a face, so that the bar can't differ from the maps. */
function bar(scale: ColourScale, width: number): Pixels {
  const grey = makePixels(width, HEIGHT)
  grey.data.fill(150)
  const values = Float32Array.from({ length: width * HEIGHT }, (_, i) => ((2 * (i % width)) / (width - 1) - 1) * scale.limit)
  return paintMap(grey, { width, height: HEIGHT, values }, [1, 0, 0, 0, 1, 0], scale)
}

export const number = (value: number): string => value.toPrecision(2)
