import { describe, expect, it } from 'vitest'
import type { FaceQuality } from '../../../src/shared/domain/face'
import { qualityLights, suitabilityOf, worstLight, type QualityKey } from '../../../src/shared/domain/quality'

/** A usual LFW portrait: medians over 418 of them. */
const USUAL: FaceQuality = { interEyePx: 39.9, yaw: -2.6, pitch: 4.2, roll: -1.4, sharpness: 122, luminance: 113, clipped: 0, blockiness: 1.21 }
/** The 1st and 99th percentiles of the same photos. */
const EXTREMES: Partial<FaceQuality>[] = [
  { interEyePx: 30.2 }, { yaw: -41.3 }, { yaw: 42 }, { pitch: -30.5 }, { pitch: 36.2 }, { roll: -11.5 }, { sharpness: 37.5 }, { sharpness: 505 },
  { luminance: 63.9 }, { luminance: 165.8 }, { clipped: 0.186 }, { blockiness: 1.37 }
]
const light = (key: QualityKey, change: Partial<FaceQuality>) => qualityLights({ ...USUAL, ...change }).find(one => one.key === key)!.light

describe('quality lights', () => {
  it('a usual portrait is green throughout, everyday extremes are never red', () => {
    expect(worstLight(USUAL)).toBe('green')
    for (const change of EXTREMES) expect(worstLight({ ...USUAL, ...change })).not.toBe('red')
  })

  it.each([
    ['resolution', { interEyePx: 31 }, 'amber'], ['resolution', { interEyePx: 15 }, 'red'],
    ['yaw', { yaw: -26 }, 'amber'], ['yaw', { yaw: 46 }, 'red'], ['pitch', { pitch: 46 }, 'red'], ['roll', { roll: 90 }, 'amber'],
    ['sharpness', { sharpness: 20 }, 'amber'], ['sharpness', { sharpness: 5.7 }, 'red'], ['sharpness', { sharpness: 1300 }, 'amber'],
    ['brightness', { luminance: 30 }, 'amber'], ['brightness', { luminance: 9 }, 'red'], ['brightness', { luminance: 226 }, 'red'],
    ['clipping', { clipped: 0.33 }, 'amber'], ['clipping', { clipped: 0.64 }, 'red'],
    ['compression', { blockiness: 2.6 }, 'amber'], ['compression', { blockiness: 4.36 }, 'red'], ['compression', { blockiness: null }, 'unknown']
  ] as const)('%s of %o is %s', (key, change, expected) => expect(light(key, change)).toBe(expected))

  it('says value, unit and effect in words for every light', () => {
    const far: FaceQuality = { interEyePx: 5, yaw: 80, pitch: -80, roll: 100, sharpness: 1, luminance: 3, clipped: 0.9, blockiness: 9 }
    for (const quality of [USUAL, far, { ...far, luminance: 250, blockiness: null }])
      for (const { label, value, effect } of qualityLights(quality)) for (const words of [label, value, effect]) expect(words.length).toBeGreaterThan(5)
    expect(qualityLights({ ...USUAL, yaw: -12.4 })[1]!.value).toBe('12\u00b0 to the picture\u2019s left (rough estimate)')
  })
})

describe('suitability', () => {
  it('red makes a face unsuitable and is named, amber and unmeasured values do not', () => {
    expect(suitabilityOf({ ...USUAL, interEyePx: 20, blockiness: null })).toEqual({ suitable: true, reasons: [] })
    expect(suitabilityOf({ ...USUAL, interEyePx: 7, luminance: 8 })).toEqual({ suitable: false, reasons: ['resolution: 7 pixels between the eyes', 'brightness: 8 of 255 on average'] })
  })

  it('a face of which nothing was measured is not suitable', () => {
    expect(suitabilityOf(null).suitable).toBe(false)
    expect(worstLight(null)).toBe('unknown')
  })
})
