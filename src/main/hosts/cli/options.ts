import { InvalidArgumentError, Option } from 'commander'
import type { FaceChoice } from '../../../shared/domain/face'

export function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.')
  return value
}

export function parseThreshold(text: string): number {
  const value = parseNumber(text)
  if (value < -1 || value > 1) throw new InvalidArgumentError('A threshold is a cosine, from -1 to 1.')
  return value
}

export function parseScale(text: string): number {
  const value = parseNumber(text)
  if (value <= 0) throw new InvalidArgumentError('The scale divides, so it must be above 0.')
  return value
}

export function parseFace(text: string): FaceChoice {
  if (text === 'largest' || text === 'central') return text
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number from the list of faces, "largest" or "central".')
}

/** "2,3,112,112" */
export function parseShape(text: string): number[] {
  const dims = text.split(',').map(Number)
  if (dims.every((dim) => Number.isSafeInteger(dim) && dim > 0)) return dims
  throw new InvalidArgumentError('It must be positive whole numbers with commas between, such as 2,3,112,112.')
}

export function parseThreads(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 1 to 999.')
}

export function parseCount(text: string): number {
  const value = Number(text)
  if (/^\d{1,7}$/.test(text) && value > 0) return value
  throw new InvalidArgumentError('It must be a whole number from 1 to 9999999.')
}

/** A seed: what is drawn at random is the same for the same one. */
export function parseSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 0 to 999999999.')
}

export function parsePairsLimit(text: string): number {
  const value = Number(text)
  if (/^\d{1,6}$/.test(text) && value >= 2 && value % 2 === 0) return value
  throw new InvalidArgumentError('It must be an even number from 2 on: half genuine, half impostor pairs.')
}

/** "3,4,5" */
export function parseFolds(text: string): number[] {
  const folds = text.split(',').map((part) => part.trim())
  if (folds.every((fold) => /^[1-9]\d?$/.test(fold))) return folds.map(Number)
  throw new InvalidArgumentError('It must be numbers of folds from 1 on, with commas between.')
}

export const deviceOption = (): Option =>
  new Option('--device <device>', 'where the model runs; auto takes a GPU where there is one').choices(['auto', 'cpu', 'webgpu', 'cuda']).default('auto')

export const jsonOption = (): Option => new Option('--json', 'print one JSON object and nothing else')
