import type { CropSize } from '../../../../../shared/geometry/alignment'
import { compose, type Affine } from '../../../../../shared/geometry/similarity'
import type { Look, Mode } from './look'
import { drawPlaced, setTransform, type Placed } from './scene'
import { cornersOf, cropBox, cropToScreen, toScreen, type Viewport } from './viewport'

/** One face as it is drawn into a pane. */
export interface DrawnFace {
  pictures: readonly Placed[]
  /** The crop with its map; null where no map is shown. */
  painted: OffscreenCanvas | null
  /** The map belongs to an older threshold: it is dimmed, and the pane says so. */
  stale: boolean
  crop: CropSize
  viewport: Viewport
}

export interface DrawnPane {
  /** What lies below: A, or the pane's own face. */
  face: DrawnFace
  /** What lies over it in a shared pane. */
  over: DrawnFace | null
  look: Look
}

const STALE_OPACITY = 0.3

/** Draws a pane. @param ratio canvas pixels per CSS pixel */
export function drawPane(canvas: HTMLCanvasElement, { face, over, look }: DrawnPane, ratio: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.resetTransform()
  context.clearRect(0, 0, canvas.width, canvas.height)
  const only = over !== null && look.mode === 'blink' && look.blinkB ? over : face
  drawFace(context, only, look, ratio)
  if (over !== null) drawOver[look.mode](context, over, look, ratio)
  if (look.grid) drawGrid(context, face, ratio)
  if (look.boundary) drawBoundary(context, face, ratio)
}

function drawFace(context: CanvasRenderingContext2D, { pictures, painted, stale, crop, viewport }: DrawnFace, look: Look, ratio: number): void {
  const target = scaled(toScreen(viewport), ratio)
  drawPlaced(context, pictures, target, look.smooth)
  if (!painted) return
  const density = painted.width / crop.width
  setTransform(context, compose(target, [1 / density, 0, -0.5, 0, 1 / density, -0.5]))
  context.globalAlpha = stale ? STALE_OPACITY : 1
  context.drawImage(painted, 0, 0)
  context.globalAlpha = 1
  context.resetTransform()
}

type DrawOver = (context: CanvasRenderingContext2D, over: DrawnFace, look: Look, ratio: number) => void
const nothing: DrawOver = () => undefined

const drawOver: Record<Mode, DrawOver> = {
  side: nothing,
  blink: nothing,
  overlay: (context, over, look, ratio) => blend(context, over, look, ratio, 'source-over', look.mix),
  difference: (context, over, look, ratio) => blend(context, over, look, ratio, 'difference', 1),
  'wipe-vertical': (context, over, look, ratio) => {
    const { width, height } = context.canvas
    clipped(context, path => path.rect(width * look.wipe, 0, width, height), over, look, ratio)
  },
  'wipe-horizontal': (context, over, look, ratio) => {
    const { width, height } = context.canvas
    clipped(context, path => path.rect(0, height * look.wipe, width, height), over, look, ratio)
  },
  checker: (context, over, look, ratio) => clipped(context, path => squares(path, over, look.square, ratio), over, look, ratio)
}

let scratch: HTMLCanvasElement | null = null

/** All of B as one picture over A: drawn apart first, since its parts lie over each other. */
function blend(context: CanvasRenderingContext2D, over: DrawnFace, look: Look, ratio: number, operation: GlobalCompositeOperation, alpha: number): void {
  const { width, height } = context.canvas
  const layer = (scratch ??= document.createElement('canvas'))
  layer.width = width
  layer.height = height
  const own = layer.getContext('2d')
  if (!own) return
  drawFace(own, over, look, ratio)
  context.globalAlpha = alpha
  context.globalCompositeOperation = operation
  context.drawImage(layer, 0, 0)
  context.globalAlpha = 1
  context.globalCompositeOperation = 'source-over'
}

function clipped(context: CanvasRenderingContext2D, shape: (path: CanvasRenderingContext2D) => void, over: DrawnFace, look: Look, ratio: number): void {
  context.save()
  context.beginPath()
  shape(context)
  context.clip()
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  drawFace(context, over, look, ratio)
  context.restore()
}

/** Every other square of a board that covers the pane, laid out from the crop's corner. */
function squares(path: CanvasRenderingContext2D, { viewport }: DrawnFace, side: number, ratio: number): void {
  const step = Math.max(8, side * viewport.view.scale) * ratio
  const origin = cropToScreen(viewport, { x: -0.5, y: -0.5 })
  const { width, height } = path.canvas
  const first = (at: number): number => -Math.ceil((at * ratio) / step)
  for (let row = first(origin.y); origin.y * ratio + row * step < height; row++)
    for (let column = first(origin.x); origin.x * ratio + column * step < width; column++)
      if ((row + column) % 2 !== 0) path.rect(origin.x * ratio + column * step, origin.y * ratio + row * step, step, step)
}

/** Crop pixels between two lines of the grid: an eighth of the usual crop. */
const GRID_STEP = 14

/** Lines at like places of both faces, over the crop and as far around it again. */
function drawGrid(context: CanvasRenderingContext2D, { crop, viewport }: DrawnFace, ratio: number): void {
  setTransform(context, scaled(toScreen(viewport), ratio))
  context.beginPath()
  const [columns, rows] = [crop.width / GRID_STEP, crop.height / GRID_STEP]
  for (let i = -columns; i <= columns * 2; i++) line(context, i * GRID_STEP, -crop.height, i * GRID_STEP, crop.height * 2)
  for (let i = -rows; i <= rows * 2; i++) line(context, -crop.width, i * GRID_STEP, crop.width * 2, i * GRID_STEP)
  context.resetTransform()
  stroke(context, 'rgb(0 0 0 / 35%)', 2 * ratio)
  stroke(context, 'rgb(255 255 255 / 70%)', ratio)
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.moveTo(x1 - 0.5, y1 - 0.5)
  context.lineTo(x2 - 0.5, y2 - 0.5)
}

function drawBoundary(context: CanvasRenderingContext2D, { crop, viewport }: DrawnFace, ratio: number): void {
  context.beginPath()
  for (const { x, y } of cornersOf(cropBox(crop)).map(corner => cropToScreen(viewport, corner))) context.lineTo(x * ratio, y * ratio)
  context.closePath()
  stroke(context, '#000000', 2.5 * ratio)
  context.setLineDash([6 * ratio, 5 * ratio])
  stroke(context, '#ffd000', 1.5 * ratio)
  context.setLineDash([])
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

const scaled = (transform: Affine, by: number): Affine => transform.map(value => value * by) as unknown as Affine
