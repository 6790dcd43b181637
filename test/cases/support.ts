import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CaseDraft } from '../../src/shared/domain/case'
import type { Comparison } from '../../src/shared/domain/comparison'
import type { Face, FivePoints } from '../../src/shared/domain/face'
import { openLibrary, type Library, type OpenOptions } from '../../src/main/cases/library'
import type { NewExhibit } from '../../src/main/cases/writer/exhibits'

export const actor = { who: 'A. Examiner', where: 'tester@bench, process 1' }

/** A folder that is gone after the test, with whatever is in it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-cases-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A library of its own, closed after the test. */
export async function scratchLibrary(folder = join(scratchFolder(), 'library'), options: Partial<OpenOptions> = {}): Promise<Library> {
  const library = await openLibrary(folder, { mode: 'write', create: true, actor: () => actor, ...options })
  onTestFinished(() => library.close())
  return library
}

export const draftCase = (number = '2024-017', more: Partial<CaseDraft> = {}): CaseDraft => ({
  number, title: 'Robbery, Rue Haute', purpose: 'Compare the person at the till with the suspect', examiner: 'A. Examiner', notes: '', tags: [], blindFirst: false, ...more
})

export const newExhibit = (caseId: string, more: Partial<NewExhibit> = {}): NewExhibit => ({
  case: caseId, name: 'till.jpg', path: '/media/usb/till.jpg', sha256: 'a'.repeat(64), size: 1234, modified: '2024-05-01T10:00:00.000Z',
  provenance: { source: 'CCTV of the shop', receivedFrom: 'Sgt. Miller', receivedAt: '2024-05-02T08:00:00.000Z' }, ...more
})

export const fivePoints = (x = 100, y = 100): FivePoints => ({
  leftEye: { x, y }, rightEye: { x: x + 40, y }, nose: { x: x + 20, y: y + 20 }, mouthLeft: { x: x + 5, y: y + 40 }, mouthRight: { x: x + 35, y: y + 40 }
})

export const quality = { interEyePx: 40, yaw: 3, pitch: -2, roll: 1, sharpness: 210.5, luminance: 120, clipped: 0.01, blockiness: null }

export const face = (index: number, x = 100 + 300 * index): Face => ({
  index, box: { x: x - 30, y: 60, width: 100, height: 120 }, score: 0.99, points68: Array.from({ length: 68 }, (_, i) => ({ x: x + i, y: 100 + i })), points5: fivePoints(x), quality
})

export const photo = { format: 'jpeg', width: 1920, height: 1080, orientation: 1, warnings: [], exif: { Make: 'Canon' } }
export const analysed = { state: 'done', at: '2024-05-03T00:00:00.000Z' } as const

/** A record as a run leaves it, of real size. */
export function record(cosine = 0.6123, a = 'a'.repeat(64), b = 'b'.repeat(64)): Comparison {
  const side = (file: string, sha256: string): Comparison['a'] => ({
    file, sha256, size: 1234, photo: { format: 'jpeg', width: 1920, height: 1080, orientation: 1, warnings: [] }, pointsFrom: 'automatic', faces: 2,
    face: { index: 0, choice: 0, detectorScore: 0.99 }, box: { x: 70, y: 60, width: 100, height: 120 }, points: fivePoints(), automaticPoints: null, interEyePixels: 40, quality, override: null, alignment: [0.8, 0, -40, 0, 0.8, -30]
  })
  const rates = { rate: 0.01, low: 0.005, high: 0.02 }
  return {
    schema: 'vidimus.comparison/1', created: '2024-05-03T00:00:00.000Z', cosine, threshold: 0.2412, distance: cosine - 0.2412, decision: cosine >= 0.2412 ? 'match' : 'non-match',
    thresholdOrigin: { kind: 'calibrated', set: 'LFW', genuinePairs: 3000, impostorPairs: 3000, falseMatches: rates, falseNonMatches: rates, inconclusive: { from: 0.2, to: 0.3, rate: 0.01 } },
    wording: { statement: 'The score supports the same-source proposition at threshold 0.2412.', threshold: '0.2412. On LFW ...', limits: ['The score is a lead; a person concludes.'] },
    arguments: {
      positive: 300, negative: 212, positiveSum: 0.8, negativeSum: -0.19, bound: 0.00047,
      strongest: { positive: Array.from({ length: 10 }, (_, i) => ({ dimension: i, value: 0.02 - i / 1000 })), negative: Array.from({ length: 10 }, (_, i) => ({ dimension: 100 + i, value: -0.01 + i / 1000 })) }
    },
    a: side('till.jpg', a), b: side('suspect.jpg', b),
    model: { id: 'mobilefacenet', name: 'MobileFaceNet', sha256: 'c'.repeat(64), size: 5_000_000, subnormalsFlushed: 9000, cache: 'hit' },
    method: {
      name: 'xSSAB', source: 'Huber et al.', precision: 'exact', preprocessing: { subtract: 127.5, divide: 127.5, channels: 'RGB' }, crop: { width: 112, height: 112 },
      embedding: { output: null, length: 512 }, channelMean: 'mean of absolute gradients over the colour channels', combined: 'positive - negative', blur: { side: 5, sigma: 5, border: 'reflect-101' }
    },
    colourScale: { palette: 'paper', similar: '#4dac26', dissimilar: '#d01c8b', limit: 0.01, maximum: 0.02, opacity: 0.8 },
    device: { requested: 'auto', used: 'cpu', name: 'CPU', reason: 'no GPU' },
    versions: { vidimus: '0.1.0', node: '24.0.0', onnxruntime: '1.30.0', sharp: '0.35.5' }, timings: { total: 100 }
  }
}

export const newRun = (cosine?: number) => ({ record: record(cosine), automaticCosine: null, enhanced: null, mapsSha256: 'd'.repeat(64) })

/** A case with two exhibits of two faces each, and a comparison of the first two. */
export function filledCase({ write }: Library, number?: string) {
  const { id } = write.createCase(draftCase(number))
  const exhibits = ['a', 'b'].map((letter, i) => {
    const { exhibit } = write.addExhibit(newExhibit(id, { name: `${letter}.jpg`, sha256: letter.repeat(64) }))
    return write.setAnalysis(exhibit.id, { photo, analysis: analysed, faces: [face(0, 100 + i), face(1)] })
  })
  const [faceA, faceB] = [exhibits[0]!.faces[0]!, exhibits[1]!.faces[0]!]
  return { id, exhibits, faceA, faceB, comparison: write.createComparison(id, faceA.id, faceB.id) }
}
