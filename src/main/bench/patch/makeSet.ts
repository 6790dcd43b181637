import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toErrorData, usageError, VidimusError } from '../../../shared/errors'
import { random } from '../../../shared/random'
import { CROP_SIDE } from '../../../shared/geometry/alignment'
import type { FaceEngine } from '../../faces/engine'
import type { Pixels } from '../../faces/pixels'
import { encodePng } from '../../faces/vips'
import { centralCrop } from '../centralCrop'
import { parseLfwPairs } from '../lfwPairs'
import { mapConcurrently } from '../mapConcurrently'
import { choosePairs, type PlannedPair } from './choosePairs'
import { PatchSet, PLAN_FILE, SET_FILE, type PatchedPair, type PatchPlan } from './manifest'
import { applyPatches, drawPatches, HARDENED, PLAIN } from './patches'
import { readCrop } from './readSet'

export interface MakeSetOptions {
  imagesDir: string
  /** The pairs file's text. */
  pairs: string
  seed: number
  hardened: boolean
  pairsLimit: number | null
  out: string
  faces: FaceEngine
  faceModels: PatchPlan['faceModels']
  /** Writes a file whole or not at all. */
  write: (path: string, data: Uint8Array) => Promise<void>
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Patch-LFW (METHODS: Huber et al. 2024, section 4.1) or its hardened variant on aligned crops: originals/ and patched/
 * as PNG, a patch list beside each patched image, set.json with all hashes. A folder that holds a part of the same set is
 * carried on; the same options give the same bytes, however often they were interrupted.
 *
 * @throws VidimusError `set.other` (usage) where the folder holds another set, `bench.no-pairs` (input), `cancelled`
 */
export async function makePatchSet(options: MakeSetOptions): Promise<PatchSet> {
  const plan = planOf(options)
  await claimFolder(options, plan)
  const photosOf = async (person: string): Promise<string[]> => (await readdir(join(options.imagesDir, person)).catch(() => [])).map((name) => `${person}/${name}`)
  const { chosen, leftOut } = await choosePairs(parseLfwPairs(options.pairs), { seed: options.seed, hardened: options.hardened, limit: options.pairsLimit, photosOf })
  const pairs: PatchedPair[] = []
  const unusable: PatchSet['leftOut'] = []
  let done = 0
  // Two at once: one photo is decoded while the networks search another.
  await mapConcurrently(chosen, 2, async (pair) => {
    if (options.signal?.aborted) throw new VidimusError('cancelled', 'cancelled', 'Stopped. The same call carries on from here.')
    const made = await makePair(pair, plan, options)
    if (typeof made === 'string') unusable.push({ a: pair.a, b: pair.b, reason: made })
    else pairs.push(made)
    options.progress?.(++done, chosen.length)
  })
  const set = PatchSet.parse({ plan, pairs: pairs.sort((x, y) => x.index - y.index), leftOut: [...leftOut, ...unusable.sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1))] })
  if (!set.pairs.some(({ genuine }) => genuine) || set.pairs.every(({ genuine }) => genuine))
    throw new VidimusError('input', 'bench.no-pairs', `Of ${chosen.length} pairs, ${set.pairs.length} could be patched, not of both kinds. First problem: ${set.leftOut[0]?.reason ?? 'the limit leaves none'}. Check the image folder and --pairs-limit.`)
  await options.write(join(options.out, SET_FILE), json(set))
  return set
}

function planOf({ seed, hardened, pairsLimit, pairs, faceModels }: MakeSetOptions): PatchPlan {
  return {
    format: 'vidimus-patch-set-1', variant: hardened ? 'patch-lfw-h' : 'patch-lfw', seed, pairsLimit,
    pairsSha256: sha256(Buffer.from(pairs)), patches: hardened ? HARDENED : PLAIN, faceModels
  }
}

async function claimFolder({ out, write }: MakeSetOptions, plan: PatchPlan): Promise<void> {
  const file = join(out, PLAN_FILE)
  const found = await readFile(file).catch(() => null)
  if (found === null) {
    await mkdir(out, { recursive: true })
    if ((await readdir(out)).length > 0) throw usageError('set.other', `"${out}" holds other files already. Choose an empty or a new folder with --out.`)
    return write(file, json(plan))
  }
  if (!found.equals(json(plan))) throw usageError('set.other', `"${out}" holds a set made with other options (see its ${PLAN_FILE}). Choose another folder with --out.`)
}

/** Returns why it could not be made where a photo can't be used. */
async function makePair(pair: PlannedPair, plan: PatchPlan, options: MakeSetOptions): Promise<PatchedPair | string> {
  try {
    const [original, b, source] = [await keepOriginal(pair.a, options), await keepOriginal(pair.b, options), await keepOriginal(pair.source, options)]
    const stem = `patched/${String(pair.index).padStart(5, '0')}`
    const patches = drawPatches(random(plan.seed, 'patches', pair.index), CROP_SIDE, plan.patches)
    const list = { index: pair.index, seed: plan.seed, image: pair.a, source: pair.source, genuine: pair.genuine, ...plan.patches, patches }
    return {
      index: pair.index, genuine: pair.genuine, fold: pair.fold, photos: { a: pair.a, b: pair.b, source: pair.source },
      original: original.file, b: b.file,
      patched: await keep(options, `${stem}.png`, async () => encode(applyPatches(original.crop, source.crop, patches, plan.patches))),
      patchList: await keep(options, `${stem}.json`, async () => json(list))
    }
  } catch (error) {
    const { kind, message } = toErrorData(error)
    if (kind !== 'input') throw error
    return message
  }
}

interface Original {
  file: PatchedPair['original']
  crop: Pixels
}

async function keepOriginal(photo: string, options: MakeSetOptions): Promise<Original> {
  const name = `originals/${photo.replace(/\.[^.]*$/, '')}.png`
  const file = await keep(options, name, async () => encode(await centralCrop(join(options.imagesDir, photo), options.faces)))
  return { file, crop: await readCrop(options.out, file) }
}

/** A file of the set, made where it is missing. What is there was written whole, by the same plan. */
async function keep({ out, write }: MakeSetOptions, file: string, make: () => Promise<Uint8Array>): Promise<PatchedPair['original']> {
  const path = join(out, file)
  const found = await readFile(path).catch(() => null)
  if (found !== null) return { file, sha256: sha256(found) }
  const bytes = await make()
  await mkdir(dirname(path), { recursive: true })
  await write(path, bytes)
  return { file, sha256: sha256(bytes) }
}

const encode = ({ data, width, height }: Pixels): Promise<Buffer> => encodePng(data, width, height, 3)
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
