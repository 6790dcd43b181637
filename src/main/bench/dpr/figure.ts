import { loadImage } from '@napi-rs/canvas'
import { METHODS } from '../../explain/methods'
import { FONT, whiteCanvas } from '../../explain/render/canvas'
import { pngOfCanvas } from '../../explain/render/png'
import type { MethodResult } from './judge'
import type { DprReport } from './run'

/** Told apart by colour-blind readers (Okabe and Ito, 2008); dashes tell lines apart in grey print. */
const COLOURS = ['#000000', '#e69f00', '#56b4e9', '#009e73', '#0072b2', '#d55e00', '#cc79a7', '#7f7f7f', '#8c6d31', '#5e3c99', '#a50f15', '#3f007d']
const DASHES = ['', '8 4', '2 3', '10 3 2 3', '5 5']

const PANEL = { width: 360, height: 300, left: 64, top: 48, gap: 92 } as const
const LEGEND_ROW = 20
const LEGEND_COLUMNS = 3
const FIGURE_WIDTH = PANEL.left + 2 * PANEL.width + PANEL.gap + 24

/** The curves of all methods like the paper's Figure 5: FMR and FNMR against the share of replaced pixels. An SVG document. */
export function dprFigure({ methods, reference, replaced, variant, pairs }: DprReport, scale = 1): string {
  const drawn = methods.some(({ method }) => method === 'rnd') ? methods : [reference, ...methods]
  const height = heightOf(drawn.length)
  const panels = (['fmr', 'fnmr'] as const).map((rate, i) => panel(rate, PANEL.left + i * (PANEL.width + PANEL.gap), drawn, replaced))
  const title = `${variant === 'patch-lfw' ? 'Patch-LFW' : 'Patch-LFW-H'}, ${pairs} pairs`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${FIGURE_WIDTH * scale}" height="${height * scale}" viewBox="0 0 ${FIGURE_WIDTH} ${height}" font-family="${FONT}, sans-serif" font-size="13" fill="#000000">`,
    `<rect width="${FIGURE_WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(FIGURE_WIDTH / 2, 24, title, 'middle', 16),
    ...panels,
    ...drawn.map(({ method }, i) => legendEntry(METHODS[method].title, i)),
    '</svg>'
  ].join('\n')
}

/** The same picture at twice the size, for print at 192 dots an inch. */
export async function figurePng(report: DprReport): Promise<Buffer> {
  // Text needs the fonts that whiteCanvas brings, so one comes before the picture is loaded.
  whiteCanvas(1, 1)
  const image = await loadImage(Buffer.from(dprFigure(report, 2)))
  const canvas = whiteCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return pngOfCanvas(canvas, 192)
}

const heightOf = (methods: number): number => PANEL.top + PANEL.height + 64 + Math.ceil(methods / LEGEND_COLUMNS) * LEGEND_ROW + 12

function panel(rate: 'fmr' | 'fnmr', left: number, methods: readonly MethodResult[], replaced: readonly number[]): string {
  const ticks = ticksTo(Math.max(...methods.flatMap(({ curves }) => curves[rate])))
  const highest = ticks.at(-1)!
  const x = (percent: number): number => left + (percent / 100) * PANEL.width
  const y = (value: number): number => PANEL.top + PANEL.height * (1 - value / highest)
  const curve = ({ curves }: MethodResult, i: number): string =>
    `<polyline fill="none" stroke="${COLOURS[i % COLOURS.length]}" stroke-width="2"${dashed(DASHES[i % DASHES.length]!)} points="${replaced.map((percent, k) => `${round(x(percent))},${round(y(curves[rate][k]!))}`).join(' ')}"/>`
  return [
    ...[0, 20, 40, 60, 80, 100].map((percent) => `${line(x(percent), PANEL.top, x(percent), PANEL.top + PANEL.height)}${text(x(percent), PANEL.top + PANEL.height + 18, `${percent}`, 'middle')}`),
    ...ticks.map((value) => `${line(left, y(value), left + PANEL.width, y(value))}${text(left - 8, y(value) + 4, value.toFixed(2), 'end')}`),
    text(left + PANEL.width / 2, PANEL.top + PANEL.height + 38, 'pixels replaced, %', 'middle'),
    text(left, PANEL.top - 8, rate === 'fmr' ? 'False match rate' : 'False non-match rate', 'start'),
    ...methods.map(curve)
  ].join('\n')
}

/** From 0 to at least `highest`, at most six round values. */
function ticksTo(highest: number): number[] {
  const step = [0.02, 0.05, 0.1, 0.2].find((size) => highest <= 5 * size) ?? 0.2
  return Array.from({ length: Math.max(1, Math.ceil(highest / step - 1e-9)) + 1 }, (_, i) => i * step)
}

function legendEntry(title: string, i: number): string {
  const left = PANEL.left + (i % LEGEND_COLUMNS) * ((FIGURE_WIDTH - PANEL.left) / LEGEND_COLUMNS)
  const middle = PANEL.top + PANEL.height + 64 + Math.floor(i / LEGEND_COLUMNS) * LEGEND_ROW
  return `${line(left, middle, left + 28, middle, COLOURS[i % COLOURS.length], 2, DASHES[i % DASHES.length])}${text(left + 36, middle + 4, title, 'start')}`
}

const line = (x1: number, y1: number, x2: number, y2: number, colour = '#dddddd', width = 1, dashes = ''): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" fill="none" stroke="${colour}" stroke-width="${width}"${dashed(dashes)}/>`

const dashed = (dashes: string): string => (dashes === '' ? '' : ` stroke-dasharray="${dashes}"`)

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', size = 13): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}">${words}</text>`

const round = (value: number): number => Math.round(value * 100) / 100
