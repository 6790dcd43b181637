import { VidimusError } from '../../../shared/errors'
import type { Embedder } from '../embedder'
import type { ExplainRequest } from '../explainer'
import type { Crop } from '../explanation'

/** Part of a crop, pixels; right and bottom lie outside it. */
export interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

/** A copy of a crop with rectangles in black. */
export function blacken(crop: Crop, rectangles: readonly Rectangle[]): Crop {
  const rgb = new Uint8Array(crop.rgb)
  for (const { left, top, right, bottom } of rectangles)
    for (let y = top; y < bottom; y++) rgb.fill(0, (y * crop.width + left) * 3, (y * crop.width + right) * 3)
  return { ...crop, rgb }
}

export const addTo = (map: Float32Array | Float64Array, width: number, { left, top, right, bottom }: Rectangle, value: number): void => {
  for (let y = top; y < bottom; y++) for (let i = y * width + left; i < y * width + right; i++) map[i] = map[i]! + value
}

/** How a long series of forward passes is followed and stopped. */
export type Hooks = Pick<ExplainRequest, 'progress' | 'signal'>

/**
 * Embeddings of many versions of a crop, made as they are needed: 1130 copies of a crop would be 42 MB.
 *
 * @returns one embedding of unit length a version
 * @throws VidimusError `cancelled`
 */
export async function embedVersions(embedder: Pick<Embedder, 'embed' | 'batch'>, count: number, version: (i: number) => Crop, { progress, signal }: Hooks = {}): Promise<Float32Array[]> {
  const embeddings: Float32Array[] = []
  while (embeddings.length < count) {
    if (signal?.aborted) throw new VidimusError('cancelled', 'cancelled', 'The explanation was stopped.')
    const start = embeddings.length
    embeddings.push(...(await embedder.embed(Array.from({ length: Math.min(embedder.batch, count - start) }, (_, i) => version(start + i)))))
    progress?.(embeddings.length, count)
  }
  return embeddings
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
