import { random, randomBelow } from '../../../shared/random'
import type { BenchmarkPair } from '../lfwPairs'

/** A pair to be patched and the photo its patches come from. */
export interface PlannedPair extends BenchmarkPair {
  index: number
  source: string
}

export interface PairChoice {
  chosen: PlannedPair[]
  leftOut: { a: string; b: string; reason: string }[]
}

export interface ChoiceOptions {
  seed: number
  hardened: boolean
  /** Half genuine, half impostor; null for all. */
  limit: number | null
  /** Photos there are of a person, as paths below the image folder. */
  photosOf: (person: string) => Promise<readonly string[]>
}

type Numbered = BenchmarkPair & { index: number }

/**
 * Which pairs, and whose pixels. A genuine pair is patched from a random photo of someone else among the chosen pairs.
 * An impostor pair is patched from its own second photo; in the hardened variant from another photo of that person,
 * exchanging the two photos where only the first person has another.
 */
export async function choosePairs(pairs: readonly BenchmarkPair[], options: ChoiceOptions): Promise<PairChoice> {
  const numbered = pairs.map((pair, index) => ({ ...pair, index }))
  const { usable, leftOut } = options.hardened ? await withOtherPhotos(numbered, options) : { usable: numbered.map((pair) => ({ ...pair, source: pair.b })), leftOut: [] }
  const impostors = usable.filter(({ genuine }) => !genuine)
  const genuines = numbered.filter(({ genuine }) => genuine)
  const perKind = Math.min(genuines.length, impostors.length, options.limit === null ? Infinity : Math.floor(options.limit / 2))
  const spread: (Numbered & { source?: string })[] = [...evenly(genuines, perKind), ...evenly(impostors, perKind)]
  const photos = [...new Set(spread.flatMap(({ a, b }) => [a, b]))]
  const chosen = spread.map((pair): PlannedPair => ({ ...pair, source: pair.source ?? someoneElse(pair, photos, options.seed) }))
  return { chosen: chosen.filter(({ source }) => source !== '').sort((x, y) => x.index - y.index), leftOut }
}

async function withOtherPhotos(pairs: readonly Numbered[], { seed, photosOf }: ChoiceOptions): Promise<{ usable: PlannedPair[]; leftOut: PairChoice['leftOut'] }> {
  const usable: PlannedPair[] = []
  const leftOut: PairChoice['leftOut'] = []
  for (const pair of pairs.filter(({ genuine }) => !genuine)) {
    const ordered = [pair, { ...pair, a: pair.b, b: pair.a }]
    const others = await Promise.all(ordered.map(async ({ b }) => (await photosOf(personOf(b))).filter((photo) => photo !== b).sort()))
    const which = others.findIndex(({ length }) => length > 0)
    if (which < 0) leftOut.push({ a: pair.a, b: pair.b, reason: 'neither person has another photo to take patches from' })
    else usable.push({ ...ordered[which]!, source: pickOne(others[which]!, seed, pair.index) })
  }
  return { usable, leftOut }
}

function someoneElse(pair: Numbered, photos: readonly string[], seed: number): string {
  const others = photos.filter((photo) => personOf(photo) !== personOf(pair.a))
  return others.length === 0 ? '' : pickOne(others, seed, pair.index)
}

const pickOne = (photos: readonly string[], seed: number, index: number): string => photos[randomBelow(random(seed, 'source', index), photos.length)]!

/** `count` items spread over the whole list, so that every fold has its share. */
export const evenly = <T>(items: readonly T[], count: number): T[] => Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)

export const personOf = (photo: string): string => photo.split('/')[0] ?? photo
