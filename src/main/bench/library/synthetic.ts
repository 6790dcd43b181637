/**
 * Rows as real work leaves them: what is long there is long here, above all landmarks, EXIF and run records.
 */
import { createHash } from 'node:crypto'
import type { AnnotationDraft } from '../../../shared/domain/annotation'
import type { CaseDraft } from '../../../shared/domain/case'
import type { Comparison } from '../../../shared/domain/comparison'
import type { PhotoFacts } from '../../../shared/domain/exhibit'
import type { Face, FaceQuality, FivePoints, Point } from '../../../shared/domain/face'
import { statementOf, describeThreshold, limitsOf } from '../../../shared/domain/wording'
import { drawFrom, drawWords } from './words'

type Next = () => number

export const sha256Of = (...parts: (string | number)[]): string => createHash('sha256').update(parts.join('/')).digest('hex')

const place = (next: Next, x: number, y: number): Point => ({ x: x + next() * 4, y: y + next() * 4 })

const fivePoints = (next: Next): FivePoints => ({
  leftEye: place(next, 700, 400), rightEye: place(next, 780, 400), nose: place(next, 740, 450), mouthLeft: place(next, 710, 490), mouthRight: place(next, 770, 490)
})

const quality = (next: Next): FaceQuality => ({
  interEyePx: 80 * next(), yaw: 60 * next() - 30, pitch: 20 * next() - 10, roll: 10 * next() - 5, sharpness: 900 * next(), luminance: 255 * next(), clipped: next() / 10, blockiness: 1 + next()
})

export const syntheticFace = (next: Next, index: number): Face => ({
  index, box: { x: 650 + 400 * index, y: 320, width: 180 + next(), height: 220 + next() }, score: 0.9 + next() / 10,
  points68: Array.from({ length: 68 }, (_, i) => place(next, 660 + 2 * i, 350 + 2 * i)), points5: fivePoints(next), quality: quality(next)
})

export const syntheticPhoto = (next: Next): PhotoFacts => ({
  format: 'jpeg', width: 1920, height: 1080, orientation: 1, warnings: [],
  exif: Object.fromEntries(['Make', 'Model', 'DateTimeOriginal', 'Software', 'ExposureTime', 'FNumber', 'ISOSpeedRatings', 'FocalLength', 'LensModel', 'GPSLatitude', 'GPSLongitude', 'ColorSpace'].map(tag => [tag, `${tag} ${(1e6 * next()).toFixed(0)}`]))
})

export const syntheticCase = (next: Next, index: number): CaseDraft => ({
  number: `${2000 + (index % 25)}-${String(index).padStart(6, '0')}`, title: drawWords(next, 4), purpose: `Compare the ${drawWords(next, 6)}`, examiner: drawFrom(next, ['A. Adams', 'B. Bauer', 'C. Costa', 'D. Dupont']),
  notes: drawWords(next, 60), tags: [drawFrom(next, ['cctv', 'passport', 'social media', 'cold case']), `unit ${Math.floor(next() * 40)}`], blindFirst: false
})

export const syntheticAnnotation = (next: Next, id: string): AnnotationDraft => ({ id, kind: 'circle', text: drawWords(next, 5), a: [place(next, 1, 1), place(next, 9, 9)], b: [place(next, 1, 1), place(next, 9, 9)] })

const THRESHOLD = 0.2412
const origin: Comparison['thresholdOrigin'] = {
  kind: 'calibrated', set: 'a set of 3000 pairs', genuinePairs: 3000, impostorPairs: 3000, falseMatches: { rate: 0.014, low: 0.01, high: 0.019 }, falseNonMatches: { rate: 0.014, low: 0.01, high: 0.019 },
  inconclusive: { from: 0.19, to: 0.31, rate: 0.01 }
}

function side(next: Next, file: string, sha256: string): Comparison['a'] {
  const { box, points5, score, quality: measured } = syntheticFace(next, 0)
  return {
    file, sha256, size: 2_345_678, photo: { format: 'jpeg', width: 1920, height: 1080, orientation: 1, warnings: [] }, pointsFrom: 'automatic', faces: 2, face: { index: 0, choice: 0, detectorScore: score },
    box, points: points5, automaticPoints: null, interEyePixels: 80, quality: measured, override: null, alignment: [next(), next(), next(), next(), next(), next()]
  }
}

const strongest = (next: Next, sign: number) => Array.from({ length: 16 }, (_, i) => ({ dimension: Math.floor(512 * next()), value: sign * (0.03 - i / 1000) * next() }))

export function syntheticRecord(next: Next, a: string, b: string): Comparison {
  const cosine = 1.2 * next() - 0.2
  const [sideA, sideB] = [side(next, 'a.jpg', a), side(next, 'b.jpg', b)]
  const decision = cosine >= THRESHOLD ? 'match' : 'non-match'
  return {
    schema: 'vidimus.comparison/1', created: new Date().toISOString(), cosine, threshold: THRESHOLD, thresholdOrigin: origin, distance: cosine - THRESHOLD, decision,
    wording: { statement: statementOf(decision, THRESHOLD), threshold: describeThreshold(THRESHOLD, origin), limits: limitsOf({ cosine, origin, a: sideA, b: sideB, undocumented: ['Training data', 'Error rates by group'] }) },
    arguments: { positive: 280, negative: 232, positiveSum: next(), negativeSum: -next(), bound: THRESHOLD / 512, strongest: { positive: strongest(next, 1), negative: strongest(next, -1) } },
    a: sideA, b: sideB, model: { id: 'synthetic', name: 'Synthetic', sha256: sha256Of('model'), size: 5_000_000, subnormalsFlushed: 9000, cache: 'hit' },
    method: {
      name: 'xSSAB', source: 'synthetic rows of bench library', precision: 'exact', preprocessing: { subtract: 127.5, divide: 127.5, channels: 'RGB' }, crop: { width: 112, height: 112 }, embedding: { output: null, length: 512 },
      channelMean: 'mean of absolute gradients over the colour channels', combined: 'positive - negative', blur: { side: 5, sigma: 5, border: 'reflect-101' }
    },
    colourScale: { palette: 'paper', similar: '#1a9641', dissimilar: '#d01c8b', limit: next(), maximum: 1 + next(), opacity: 0.8 },
    device: { requested: 'auto', used: 'cpu', name: 'CPU', reason: 'no GPU was found' }, versions: { vidimus: '0', node: '0', onnxruntime: '0', sharp: '0' }, timings: { photos: next(), model: next(), explanation: next(), total: next() }
  }
}
