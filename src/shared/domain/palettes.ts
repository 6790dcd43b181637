import type { ColourScale, PaletteName } from './explanation'

/**
 * `paper`: green and pink, as Huber et al. show them. `safe`: blue and vermilion of Okabe and Ito (2008), told apart with
 * every common colour vision.
 */
export const PALETTES: Readonly<Record<PaletteName, Pick<ColourScale, 'similar' | 'dissimilar'>>> = {
  paper: { similar: '#00a03c', dissimilar: '#f0148c' },
  safe: { similar: '#0072b2', dissimilar: '#d55e00' }
}

/** Red, green, blue, 0..255. */
export type Rgb = readonly [number, number, number]

export const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
