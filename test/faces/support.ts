import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { FaceEngine } from '../../src/main/faces/engine'
import type { Pixels } from '../../src/main/faces/pixels'

/** One of the six group photos of the MIT package @vladmandic/face-api. */
export const demoPhoto = (number: 1 | 2 | 3 | 4 | 5 | 6): Promise<Uint8Array> => readFile(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`)

export const modelFile = (name: 'detect' | 'landmark' | 'feature'): Promise<Uint8Array> => readFile(`resources/models/fr_${name}.onnx`)

export const openFaceEngine = async (): Promise<FaceEngine> =>
  FaceEngine.open({ detector: await modelFile('detect'), landmarks: await modelFile('landmark') }, { threads: 1 })

/** Mean absolute difference over all bytes. */
export function meanDifference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - b.data[i]!), 0) / a.data.length
}

/** A folder of the team's shared data, or null with the reason printed: the tests that need it are skipped. */
export function sharedFolder(name: string): string | null {
  const folder = `../shared/${name}`
  if (existsSync(folder)) return folder
  console.log(`skipped: ${folder} is not here`)
  return null
}
