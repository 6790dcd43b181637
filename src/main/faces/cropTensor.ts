import type { Tensor } from '../runtime/session'
import { CROP_SIDE } from './align'
import type { Pixels } from './pixels'

/** How a recognition model wants its pixels: (value - mean) / scale. */
export interface Normalisation {
  mean: number
  scale: number
}

/** n aligned crops as float32 [n, 3, 112, 112], planes R, G, B. */
export function cropsToTensor(crops: readonly Pixels[], { mean, scale }: Normalisation): Tensor {
  const plane = CROP_SIDE * CROP_SIDE
  const data = new Float32Array(crops.length * 3 * plane)
  crops.forEach((crop, n) => {
    for (let i = 0; i < plane; i++)
      for (let c = 0; c < 3; c++) data[(n * 3 + c) * plane + i] = (crop.data[i * 3 + c]! - mean) / scale
  })
  return { dims: [crops.length, 3, CROP_SIDE, CROP_SIDE], data }
}
