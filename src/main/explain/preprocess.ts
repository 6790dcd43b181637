import { inputError } from '../../shared/errors'
import type { Crop } from './explanation'

/** How a crop becomes the model's input: (value - subtract) / divide, channels in this order. */
export interface Preprocessing {
  subtract: number
  divide: number
  channels: 'RGB' | 'BGR'
}

/** What nearly every published face model wants. */
export const USUAL_PREPROCESSING: Preprocessing = { subtract: 127.5, divide: 127.5, channels: 'RGB' }

export interface InputShape {
  layout: 'NCHW' | 'NHWC'
  width: number
  height: number
}

/** Several crops as one batch, float32, [n, 3, h, w] or [n, h, w, 3]. */
export function toTensor(crops: readonly Crop[], { layout, width, height }: InputShape, how: Preprocessing): { dims: number[]; data: Float32Array } {
  const plane = width * height
  const data = new Float32Array(crops.length * 3 * plane)
  const fed = Float32Array.from({ length: 256 }, (_, value) => (value - how.subtract) / how.divide)
  const [perPixel, perChannel] = layout === 'NCHW' ? [1, plane] : [3, 1]
  crops.forEach((crop, n) => {
    if (crop.width !== width || crop.height !== height) throw inputError('crop.size', `A crop is ${crop.width}x${crop.height} pixels; this model wants ${width}x${height}. Align the face again for this model.`)
    for (let channel = 0; channel < 3; channel++) {
      const source = how.channels === 'RGB' ? channel : 2 - channel
      const start = n * 3 * plane + channel * perChannel
      for (let i = 0; i < plane; i++) data[start + i * perPixel] = fed[crop.rgb[i * 3 + source] ?? 0]!
    }
  })
  return { dims: layout === 'NCHW' ? [crops.length, 3, height, width] : [crops.length, height, width, 3], data }
}
