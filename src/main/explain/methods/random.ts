import { random, randomOrder, type Random } from '../../../shared/random'
import type { CropPair, SignedMaps } from '../explainer'
import { gaussianBlur, type Gaussian } from '../gaussianBlur'

/** RND: the pixels in a random order, the reference of nDPR (Huber et al. 2024, section 4). Values are 0..width*height-1, each once. */
export function rndMaps(pair: CropPair, seed: number): SignedMaps {
  return fromNoise(pair, seed, (next, count) => Float32Array.from(randomOrder(next, count)))
}

/** Wide enough that patches of a face, not pixels, are chosen at random. */
export const SMOOTH_RND_BLUR: Gaussian = { side: 49, sigma: 8 }

/** Blurred noise: what a smooth map gains by its smoothness alone. Unit variance before the blur, mean 0. */
export function smoothRndMaps(pair: CropPair, seed: number): SignedMaps {
  const noise = (next: Random, count: number): Float32Array => Float32Array.from({ length: count }, () => (next() - 0.5) * Math.sqrt(12))
  const { width, height, a, b } = fromNoise(pair, seed, noise)
  return { width, height, a: gaussianBlur(a, width, height, SMOOTH_RND_BLUR), b: gaussianBlur(b, width, height, SMOOTH_RND_BLUR) }
}

function fromNoise({ a: { width, height } }: CropPair, seed: number, draw: (next: Random, count: number) => Float32Array): SignedMaps {
  return { width, height, a: draw(random(seed, 'noise', 'a'), width * height), b: draw(random(seed, 'noise', 'b'), width * height) }
}
