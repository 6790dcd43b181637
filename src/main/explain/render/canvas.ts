import { createCanvas, GlobalFonts, ImageData, type Canvas } from '@napi-rs/canvas'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Pixels } from '../../faces/pixels'

export type { Canvas, SKRSContext2D as Context } from '@napi-rs/canvas'

/** Family of all text on pictures; it travels with the program, because a machine may have no fonts at all. */
export const FONT = 'Vidimus Inter'

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']
const WEIGHTS = [400, 600]
let registered = false

function registerFonts(): void {
  if (registered) return
  for (const subset of SUBSETS)
    for (const weight of WEIGHTS)
      GlobalFonts.register(readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`))), FONT)
  registered = true
}

/** An opaque white canvas on which FONT can be used. */
export function whiteCanvas(width: number, height: number): Canvas {
  registerFonts()
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  return canvas
}

export function canvasOf({ width, height, data }: Pixels): Canvas {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0, j = 0; j < rgba.length; i += 3, j += 4) {
    rgba[j] = data[i]!
    rgba[j + 1] = data[i + 1]!
    rgba[j + 2] = data[i + 2]!
  }
  registerFonts()
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0)
  return canvas
}
