import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { METHODS } from '../../explain/methods'
import { FONT, whiteCanvas } from '../../explain/render/canvas'
import { pngOfCanvas } from '../../explain/render/png'
import type { MethodResult } from './judge'
import type { DprReport } from './run'

use([LineChart, GridComponent, LegendComponent, TitleComponent, CanvasRenderer, SVGRenderer])

/** Told apart by colour-blind readers (Okabe and Ito, 2008); dashes tell lines apart in grey print. */
const COLOURS = ['#000000', '#e69f00', '#56b4e9', '#009e73', '#0072b2', '#d55e00', '#cc79a7', '#7f7f7f', '#8c6d31', '#5e3c99', '#a50f15', '#3f007d']
const DASHES = [null, [8, 4], [2, 3], [10, 3, 2, 3], [5, 5]]

const PANEL = { width: 360, height: 300, left: 64, top: 64, gap: 92 } as const
const FIGURE_WIDTH = PANEL.left + 2 * PANEL.width + PANEL.gap + 24
const LEGEND_ROW = 24
/** Even the longest names fit so many to a row. */
const LEGEND_COLUMNS = 4
const PRINT_SCALE = 2

const RATES = [{ rate: 'fmr', title: 'False match rate' }, { rate: 'fnmr', title: 'False non-match rate' }] as const
const leftOf = (panel: number): number => PANEL.left + panel * (PANEL.width + PANEL.gap)

/** The curves of all methods like the paper's Figure 5: FMR and FNMR against the share of replaced pixels. An SVG document. */
export function dprFigure(report: DprReport): string {
  const { height, option } = figureOf(report)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: FIGURE_WIDTH, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** The same picture at twice the size, for print at 192 dots an inch. */
export async function figurePng(report: DprReport): Promise<Buffer> {
  const { height, option } = figureOf(report)
  const canvas = whiteCanvas(PRINT_SCALE * FIGURE_WIDTH, PRINT_SCALE * height)
  // Typed for a browser's element; its documented server use is a canvas like this one.
  const chart = init(canvas as unknown as Parameters<typeof init>[0], null, { renderer: 'canvas', width: FIGURE_WIDTH, height, devicePixelRatio: PRINT_SCALE })
  chart.setOption(option)
  const png = await pngOfCanvas(canvas, 96 * PRINT_SCALE)
  chart.dispose()
  return png
}

function figureOf({ methods, reference, replaced, variant, pairs }: DprReport): { height: number; option: EChartsCoreOption } {
  const drawn = methods.some(({ method }) => method === 'rnd') ? methods : [reference, ...methods]
  const option = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, color: '#000000' },
    title: [
      { ...heading(16), text: `${variant === 'patch-lfw' ? 'Patch-LFW' : 'Patch-LFW-H'}, ${pairs} pairs`, left: 'center', top: 8 },
      ...RATES.map(({ title }, panel) => ({ ...heading(13), text: title, left: leftOf(panel), top: PANEL.top - 24 }))
    ],
    legend: { bottom: 4, left: PANEL.left, width: FIGURE_WIDTH - PANEL.left, itemWidth: 36, itemGap: 16, itemStyle: { opacity: 0 }, selectedMode: false, borderColor: 'transparent', textStyle: LABEL },
    grid: RATES.map((_, panel) => ({ left: leftOf(panel), top: PANEL.top, width: PANEL.width, height: PANEL.height })),
    xAxis: RATES.map((_, panel) => ({ ...AXIS, gridIndex: panel, max: 100, name: 'pixels replaced, %', nameLocation: 'middle', nameGap: 28 })),
    yAxis: RATES.map((_, panel) => ({ ...AXIS, gridIndex: panel, minInterval: 0.01, axisLabel: { ...LABEL, formatter: (value: number) => value.toFixed(2) } })),
    series: RATES.flatMap(({ rate }, panel) => drawn.map((method, i) => curve(method, rate, panel, i, replaced)))
  }
  return { height: PANEL.top + PANEL.height + 48 + Math.ceil(drawn.length / LEGEND_COLUMNS) * LEGEND_ROW, option }
}

const LABEL = { fontSize: 13, color: '#000000' }
const AXIS = { type: 'value', min: 0, nameTextStyle: LABEL, axisLabel: LABEL, splitLine: { lineStyle: { color: '#dddddd' } } }
const heading = (fontSize: number) => ({ padding: 0, borderColor: 'transparent', textStyle: { ...LABEL, fontSize, fontWeight: 'normal' } })

const curve = ({ method, curves }: MethodResult, rate: 'fmr' | 'fnmr', panel: number, i: number, replaced: readonly number[]) => ({
  type: 'line', name: METHODS[method].title, xAxisIndex: panel, yAxisIndex: panel, symbol: 'none', silent: true, clip: false,
  itemStyle: { color: COLOURS[i % COLOURS.length]! }, lineStyle: { width: 2, type: DASHES[i % DASHES.length] ?? 'solid' },
  data: replaced.map((percent, k) => [percent, curves[rate][k]!])
})
