import type { Box, Face } from '../../../shared/domain/face'
import { canvasOf, FONT, type Canvas, type Context } from './canvas'
import type { PhotoView } from './overlays'

const MARK = '#ffd000'

/** The photo with a numbered box around every face, in the numbers that --face-a and --face-b take. */
export function annotateFaces(view: PhotoView, faces: readonly Pick<Face, 'index' | 'box'>[]): Canvas {
  const canvas = canvasOf(view.pixels)
  const context = canvas.getContext('2d')
  const width = Math.max(2, Math.min(canvas.width, canvas.height) / 250)
  for (const { index, box } of faces) drawBox(context, scaled(box, view.scale), String(index), width)
  return canvas
}

/** A box that shows on dark and on light, with a label at its upper left, kept inside the picture. */
export function drawBox(context: Context, box: Box, label: string, width: number): void {
  for (const [colour, line] of [['#000000', width * 2], [MARK, width]] as const) {
    context.strokeStyle = colour
    context.lineWidth = line
    context.strokeRect(box.x, box.y, box.width, box.height)
  }
  if (label !== '') drawLabel(context, label, box)
}

function drawLabel(context: Context, label: string, box: Box): void {
  const size = Math.max(14, Math.min(40, box.width / 4))
  context.font = `600 ${size}px "${FONT}"`
  const width = context.measureText(label).width + size * 0.6
  const x = Math.max(0, Math.min(box.x, context.canvas.width - width))
  const y = Math.max(0, box.y - size * 1.2)
  context.fillStyle = MARK
  context.fillRect(x, y, width, size * 1.2)
  context.fillStyle = '#000000'
  context.textBaseline = 'middle'
  context.fillText(label, x + size * 0.3, y + size * 0.62)
}

export const scaled = (box: Box, by: number): Box => ({ x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by })
