import { randomBelow } from '../../../shared/random'

/** Words of case files; the first stand in very many of them, the last in few. */
export const WORDS: readonly string[] = [
  'camera', 'photo', 'entrance', 'suspect', 'counter', 'passport', 'station', 'robbery', 'fraud', 'shop', 'witness', 'night', 'angle', 'blurred', 'profile', 'beard', 'glasses', 'hood', 'scar', 'queue',
  'platform', 'terminal', 'border', 'escalator', 'garage', 'bakery', 'pharmacy', 'jeweller', 'casino', 'harbour', 'tramway', 'stadium', 'library', 'museum', 'embassy', 'ferry', 'lighthouse', 'observatory', 'quarry', 'vineyard'
]

/** Earlier words far more often than later ones. */
export const drawWord = (next: () => number): string => WORDS[Math.floor(WORDS.length * next() ** 3)]!

export const drawWords = (next: () => number, count: number): string => Array.from({ length: count }, () => drawWord(next)).join(' ')

export const drawFrom = <T>(next: () => number, list: readonly T[]): T => list[randomBelow(next, list.length)]!
