import type { ReportLanguage } from './claims'
import type { FaceQuality } from './face'
import { GERMAN_QUALITY } from './qualityDe'

/** `unknown`: could not be measured on this photo. */
export type Light = 'green' | 'amber' | 'red' | 'unknown'

export type QualityKey = 'resolution' | 'yaw' | 'pitch' | 'roll' | 'sharpness' | 'brightness' | 'clipping' | 'compression'

/** One measure of one face, as it is shown. */
export interface QualityLight {
  key: QualityKey
  label: string
  /** The value in words, with its unit. */
  value: string
  light: Light
  /** What it means for a comparison. */
  effect: string
}

/**
 * Values from which a light changes. Inside `green` nothing was seen to suffer, outside `amber` a pair is likely to be
 * scored wrongly or a person to see what is not there. Measured with the default model on 125 genuine LFW pairs, one photo
 * of each made worse step by step; figures and photos of everyday quality for comparison in docs/adr/0050.
 */
const LIMITS = {
  /** Pixels. The crop has 35 between the eyes: from 32 down it is enlarged (wording.ts), at 8 one pair in six was missed. */
  resolution: { green: [32, Infinity], amber: [16, Infinity] },
  /** Degrees; the estimate is good to about 10. At 45 half the face begins to be hidden. */
  yaw: { green: [-25, 25], amber: [-45, 45] },
  /** Degrees; the roughest estimate. */
  pitch: { green: [-25, 25], amber: [-45, 45] },
  /** Degrees. The alignment turns the face upright, so it is never red. */
  roll: { green: [-30, 30], amber: [-Infinity, Infinity] },
  /** Below 8 (blurred by 3 pixels of the crop) one pair in ten was missed; above 1100 it is noise that is measured. */
  sharpness: { green: [30, 1100], amber: [8, Infinity] },
  /** Mean luma. From 17 down and from 200 up some pairs were missed, at 9 and at 235 half of them. */
  brightness: { green: [45, 180], amber: [20, 215] },
  /** Share of pixels. At a third some pairs were missed, at two thirds one in five. */
  clipping: { green: [0, 0.1], amber: [0, 0.45] },
  /** At 1.9 (JPEG quality 20) no pair was missed, at 2.6 one in 125, at 4.4 (quality 5) one in seven. */
  compression: { green: [0, 2], amber: [0, 3.5] }
} as const satisfies Record<QualityKey, Record<'green' | 'amber', readonly [number, number]>>

function lightOf(key: QualityKey, value: number | null): Light {
  if (value === null) return 'unknown'
  const inside = ([from, to]: readonly [number, number]): boolean => value >= from && value <= to
  if (inside(LIMITS[key].green)) return 'green'
  return inside(LIMITS[key].amber) ? 'amber' : 'red'
}

/** What a measure is called and said of it, in one language. */
export interface MeasureWords {
  label: string
  words: (value: number) => string
  /** By light, but for `unknown`; a function where it depends on the side. */
  effect: (value: number) => Record<'green' | 'amber' | 'red', string>
}

interface Measure extends MeasureWords {
  key: QualityKey
  of: (quality: FaceQuality) => number | null
}

const whole = (value: number): string => Math.abs(value).toFixed(0)
const POSE = {
  green: 'Close enough to what the model sees most.',
  amber: 'Parts of the face are foreshortened: compare only what both photos show, and prefer a photo of like pose.',
  red: 'Parts of the face are hidden; scores of such faces are unreliable.'
}

const MEASURES: readonly Measure[] = [
  {
    key: 'resolution', label: 'Resolution', of: ({ interEyePx }) => interEyePx, words: value => `${value.toFixed(0)} pixels between the eyes`,
    effect: () => ({
      green: 'The model sees the photo\u2019s own pixels, none made up.',
      amber: 'Enlarged for the model: fine detail is interpolated, not seen. Lines, scars and marks may be missing.',
      red: 'Too few pixels: most of what the model sees is interpolated, and scores of such faces are unreliable.'
    })
  },
  { key: 'yaw', label: 'Turned', of: ({ yaw }) => yaw, words: value => `${whole(value)}\u00b0 to the picture\u2019s ${value >= 0 ? 'right' : 'left'} (rough estimate)`, effect: () => POSE },
  { key: 'pitch', label: 'Nodded', of: ({ pitch }) => pitch, words: value => `${whole(value)}\u00b0 ${value >= 0 ? 'down' : 'up'} (rough estimate)`, effect: () => POSE },
  {
    key: 'roll', label: 'Tilted', of: ({ roll }) => roll, words: value => `${whole(value)}\u00b0 ${value >= 0 ? 'clockwise' : 'anticlockwise'}`,
    effect: () => ({ green: 'Turned upright for the model.', amber: 'Turned upright for the model; check the five points, they are less certain on tilted faces.', red: '' })
  },
  {
    key: 'sharpness', label: 'Sharpness', of: ({ sharpness }) => sharpness, words: value => `${value.toFixed(0)} (variance of the Laplacian of the aligned crop)`,
    effect: value => ({
      green: 'Detail is there for the model to use.',
      amber: value > LIMITS.sharpness.green[1] ? 'Mostly noise or strong sharpening: fine detail may not be real.' : 'Blurred: fine detail is lost, and different faces look more alike.',
      red: 'So blurred that scores of such faces are unreliable.'
    })
  },
  {
    key: 'brightness', label: 'Brightness', of: ({ luminance }) => luminance, words: value => `${value.toFixed(0)} of 255 on average`,
    effect: value => ({
      green: 'Neither too dark nor too bright.',
      amber: value < LIMITS.brightness.green[0] ? 'Dark: shadows hide detail and noise shows.' : 'Bright: highlights hide detail.',
      red: `Far too ${value < LIMITS.brightness.amber[0] ? 'dark' : 'bright'}: scores of such faces are unreliable.`
    })
  },
  {
    key: 'clipping', label: 'Clipped', of: ({ clipped }) => clipped, words: value => `${(value * 100).toFixed(0)} % of the crop all but black or white`,
    effect: () => ({
      green: 'Little or nothing is lost in black or white.',
      amber: 'Parts of the crop hold no detail; dark hair or a bright background may be the reason.',
      red: 'Half the crop holds no detail; scores of such faces are unreliable.'
    })
  },
  {
    key: 'compression', label: 'Compression', of: ({ blockiness }) => blockiness, words: value => `${value.toFixed(2)} (steps on JPEG\u2019s block borders; 1 is none)`,
    effect: () => ({
      green: 'No blocks that disturb.',
      amber: 'Blocks show: fine detail may be an artefact of compression. Ask for the original file.',
      red: 'Blocks cover the face: scores of such faces are unreliable. Ask for the original file.'
    })
  }
]

const UNMEASURED: Readonly<Record<ReportLanguage, Pick<QualityLight, 'value' | 'effect'>>> = {
  en: { value: 'not measured', effect: 'Could not be measured: the photo is too large to be looked at in its own pixels, or the face too small or flat.' },
  de: { value: 'nicht gemessen', effect: 'Nicht messbar: Das Foto ist zu groß, um in seinen eigenen Pixeln betrachtet zu werden, oder das Gesicht zu klein oder flach.' }
}

/** Every measure with its light, always all of them and in the same order. */
export const qualityLights = (quality: FaceQuality, language: ReportLanguage = 'en'): QualityLight[] =>
  MEASURES.map(measure => {
    const { key } = measure
    const { label, words, effect } = language === 'de' ? GERMAN_QUALITY[key] : measure
    const value = measure.of(quality)
    const light = lightOf(key, value)
    if (value === null || light === 'unknown') return { key, label, light: 'unknown', ...UNMEASURED[language] }
    return { key, label, value: words(value), light, effect: effect(value)[light] }
  })

export interface Suitability {
  /** False by default where a light is red or nothing was measured; the examiner may override it with a reason. */
  suitable: boolean
  /** What is red, in words. */
  reasons: string[]
}

/** @param quality null where nothing could be measured at the points in use */
export function suitabilityOf(quality: FaceQuality | null, language: ReportLanguage = 'en'): Suitability {
  if (quality === null) return { suitable: false, reasons: [language === 'de' ? 'die Qualität konnte nicht gemessen werden' : 'the quality could not be measured'] }
  const red = qualityLights(quality, language).filter(({ light }) => light === 'red')
  return { suitable: red.length === 0, reasons: red.map(({ label, value }) => `${language === 'de' ? label : label.toLowerCase()}: ${value}`) }
}

const WORST: readonly Light[] = ['red', 'amber', 'green']

/** One light for a face: the worst of all. */
export function worstLight(quality: FaceQuality | null): Light {
  if (quality === null) return 'unknown'
  const lights = qualityLights(quality).map(({ light }) => light)
  return WORST.find(light => lights.includes(light)) ?? 'unknown'
}
