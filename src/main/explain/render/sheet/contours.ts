import type { ColourScale } from '../../../../shared/domain/explanation'
import type { Context } from '../canvas'
import { contour, type Segment } from '../contour'
import type { SignedMap } from '../paint'
import { INK } from './page'

/** Map value of the lines: where a third of full colour is reached. */
export const lineAt = ({ limit }: Pick<ColourScale, 'limit'>): number => limit / 3

/** Lines that keep a combined map readable in grey: full around similar parts, dashed around dissimilar ones. */
export function drawContours(context: Context, map: SignedMap, scale: ColourScale, x: number, y: number, side: number): void {
  const zoom = side / map.width
  context.strokeStyle = INK
  context.lineWidth = 1.6
  for (const [level, isDrawn] of [[lineAt(scale), everywhere], [-lineAt(scale), everyOtherPixel]] as const) {
    context.beginPath()
    for (const [x1, y1, x2, y2] of contour(map, level).filter(isDrawn)) {
      context.moveTo(x + (x1 + 0.5) * zoom, y + (y1 + 0.5) * zoom)
      context.lineTo(x + (x2 + 0.5) * zoom, y + (y2 + 0.5) * zoom)
    }
    context.stroke()
  }
}

const everywhere = (): boolean => true

/** A dashed line; the canvas's own dashes would start anew with every segment. */
const everyOtherPixel = ([x1, y1, x2, y2]: Segment): boolean => (Math.floor((x1 + x2) / 2) + Math.floor((y1 + y2) / 2)) % 2 === 0
