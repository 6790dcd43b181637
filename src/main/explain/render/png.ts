import type { Pixels } from '../../faces/pixels'
import { encodePng } from '../../faces/vips'
import type { Canvas } from './canvas'

export const pngOf = ({ width, height, data }: Pixels): Promise<Buffer> => encodePng(data, width, height, 3)

/** @param density dots an inch, for print */
export const pngOfCanvas = (canvas: Canvas, density?: number): Promise<Buffer> => encodePng(canvas.data(), canvas.width, canvas.height, 4, density)
