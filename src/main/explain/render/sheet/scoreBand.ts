import type { Comparison } from '../../../../shared/domain/comparison'
import { CONTENT, INK, MARGIN, RULE, SOFT, type Page } from './page'

type Scored = Pick<Comparison, 'cosine' | 'threshold' | 'distance' | 'wording'>

/** The number, the machine's sentence, and both on the line from -1 to 1. */
export function drawScore(page: Page, { cosine, threshold, distance, wording }: Scored): void {
  const top = page.y
  page.put('Score', MARGIN, top + 24, { size: 21, colour: SOFT })
  page.put(cosine.toFixed(4), MARGIN, top + 92, { size: 68, bold: true })
  page.put('cosine, from -1 to 1; not a percentage', MARGIN, top + 126, { size: 19, colour: SOFT })
  const x = MARGIN + 390
  const next = page.paragraph(wording.statement, x, top + 36, CONTENT - 390, { size: 28, bold: true })
  const distanceText = `The score lies ${Math.abs(distance).toFixed(4)} ${distance < 0 ? 'below' : 'above'} the threshold. Threshold: ${wording.threshold}`
  const end = page.paragraph(distanceText, x, next + 4, CONTENT - 390, { size: 20, colour: SOFT })
  page.y = Math.max(end, top + 140) + 16
  drawAxis(page, cosine, threshold)
}

function drawAxis(page: Page, cosine: number, threshold: number): void {
  const { context } = page
  const y = page.y + 30
  const at = (value: number): number => MARGIN + ((Math.max(-1, Math.min(1, value)) + 1) / 2) * CONTENT
  context.fillStyle = RULE
  context.fillRect(MARGIN, y, CONTENT, 4)
  for (const tick of [-1, -0.5, 0, 0.5, 1]) {
    context.fillRect(at(tick) - 1, y - 6, 2, 16)
    page.put(String(tick), at(tick), y + 32, { size: 18, colour: SOFT }, tick === -1 ? 'left' : tick === 1 ? 'right' : 'center')
    context.fillStyle = RULE
  }
  context.fillStyle = INK
  context.fillRect(at(threshold) - 2, y - 16, 4, 36)
  page.put('threshold', at(threshold) + (cosine < threshold ? 10 : -10), y - 10, { size: 18 }, cosine < threshold ? 'left' : 'right')
  context.beginPath()
  context.arc(at(cosine), y + 2, 11, 0, 2 * Math.PI)
  context.fill()
  page.put('score', at(cosine) + (cosine < threshold ? -16 : 16), y - 10, { size: 18, bold: true }, cosine < threshold ? 'right' : 'left')
  page.y = y + 58
}
