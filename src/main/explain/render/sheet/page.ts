import { FONT, whiteCanvas, type Canvas, type Context } from '../canvas'

/** A4 at 200 dots an inch. */
export const PAGE_DENSITY = 200
export const PAGE_WIDTH = 1654
export const PAGE_HEIGHT = 2339
export const MARGIN = 84
export const CONTENT = PAGE_WIDTH - 2 * MARGIN

export const INK = '#16181d'
export const SOFT = '#565c68'
export const RULE = '#c9cdd5'

export interface TextStyle {
  size: number
  bold?: boolean
  colour?: string
}

/** A page drawn from the top down: `y` is where the next thing goes, pixels from the top. */
export class Page {
  readonly canvas: Canvas
  readonly context: Context
  y = MARGIN

  /** Taller than A4, because texts have the last word on height; `finish` cuts it to what was used. */
  constructor() {
    this.canvas = whiteCanvas(PAGE_WIDTH, PAGE_HEIGHT * 2)
    this.context = this.canvas.getContext('2d')
    this.context.textBaseline = 'alphabetic'
    this.context.imageSmoothingQuality = 'high'
  }

  /** One line of text with its baseline at `y`; nothing moves. Returns its width. */
  put(text: string, x: number, y: number, style: TextStyle, align: 'left' | 'right' | 'center' = 'left'): number {
    this.use(style)
    this.context.textAlign = align
    this.context.fillText(text, x, y)
    this.context.textAlign = 'left'
    return this.context.measureText(text).width
  }

  /** Wrapped text from the baseline `y` on; returns the baseline after the last line. */
  paragraph(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const lines = wrap(this.use(style), text, width)
    lines.forEach((line, i) => this.put(line, x, y + i * style.size * LEADING, style))
    return y + lines.length * style.size * LEADING
  }

  rule(): void {
    this.context.fillStyle = RULE
    this.context.fillRect(MARGIN, this.y, CONTENT, 2)
  }

  /** The picture, as large as fits, centred in the frame; returns where it lies. */
  fit(picture: Canvas, x: number, y: number, width: number, height: number): { x: number; y: number; width: number; height: number } {
    const scale = Math.min(width / picture.width, height / picture.height)
    const at = { x: x + (width - picture.width * scale) / 2, y, width: picture.width * scale, height: picture.height * scale }
    this.context.drawImage(picture, at.x, at.y, at.width, at.height)
    return at
  }

  /** The page at its final height: A4, or longer where the texts need it. */
  finish(): Canvas {
    const height = Math.max(PAGE_HEIGHT, Math.ceil(this.y + MARGIN))
    const page = whiteCanvas(PAGE_WIDTH, height)
    page.getContext('2d').drawImage(this.canvas, 0, 0)
    return page
  }

  private use({ size, bold, colour }: TextStyle): Context {
    this.context.font = `${bold === true ? 600 : 400} ${size}px "${FONT}"`
    this.context.fillStyle = colour ?? INK
    return this.context
  }
}

/** Baseline distance, in text sizes. */
const LEADING = 1.38

/** Breaks at spaces; a word longer than the line (a hash, a file name) is cut. */
function wrap(context: Context, text: string, width: number): string[] {
  const fits = (line: string): boolean => context.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line) && line.length > 1) {
      const cut = longestStart(line, fits)
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  return [...lines, line]
}

function longestStart(word: string, fits: (text: string) => boolean): number {
  let cut = word.length - 1
  while (cut > 1 && !fits(word.slice(0, cut))) cut--
  return cut
}
