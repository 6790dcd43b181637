import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toErrorData, usageError, VidimusError } from '../../../shared/errors'
import { random } from '../../../shared/random'
import { CROP_SIDE } from '../../../shared/geometry/alignment'
import type { FaceEngine } from '../../faces/engine'
import type { Pixels } from '../../faces/pixels'
import { readPhotoFile } from '../../faces/readPhotoFile'
import { encodePng } from '../../faces/vips'
import { centralCrop } from '../centralCrop'
import { parseLfwPairs } from '../lfwPairs'
import { mapConcurrently } from '../mapConcurrently'
import { isPhotoName, photoPath } from '../photoPath'
import { choosePairs, type PlannedPair } from './choosePairs'
import { OriginalRecord, PatchSet, PLAN_FILE, SET_FILE, type PatchedPair, type PatchPlan } from './manifest'
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
 * as PNG, the hash of its photo beside each original, a patch list beside each patched image, set.json with all hashes. A
 * folder that holds a part of the same set is carried on, and files in it that were changed are made again; the same
 * options and photos give the same bytes, however often they were interrupted.
 *
 * @throws VidimusError `set.other` (usage) where the folder holds another set or one of other photos, `bench.no-pairs` (input), `cancelled`
 */
export async function makePatchSet(options: MakeSetOptions): Promise<PatchSet> {
  const plan = planOf(options)
  await claimFolder(options, plan)
  const photosOf = async (person: string): Promise<string[]> => (await readdir(join(options.imagesDir, person)).catch(() => [])).filter(isPhotoName).map((name) => `${person}/${name}`)
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
  await keepManifest(options, json(set))
  return set
}

/** A finished set is never replaced by another one. */
async function keepManifest({ out, write }: MakeSetOptions, bytes: Buffer): Promise<void> {
  const found = await readFile(join(out, SET_FILE)).catch(() => null)
  if (found === null) return write(join(out, SET_FILE), bytes)
  if (!found.equals(bytes)) throw usageError('set.other', `The ${SET_FILE} in "${out}" is not what these options and photos give. Choose another folder with --out; if it was damaged, delete that file and call again.`)
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
    await dropDrafts(out)
    if ((await readdir(out)).length > 0) throw usageError('set.other', `"${out}" holds other files already. Choose an empty or a new folder with --out.`)
    return write(file, json(plan))
  }
  if (!found.equals(json(plan))) throw usageError('set.other', `"${out}" holds a set made with other options (see its ${PLAN_FILE}). Choose another folder with --out.`)
  await dropDrafts(out)
}

/** What a killed call was writing. */
async function dropDrafts(out: string): Promise<void> {
  for (const file of await readdir(out, { recursive: true })) if (DRAFT.test(file)) await rm(join(out, file))
}

const DRAFT = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/

/** Returns why it could not be made where a photo can't be used. */
async function makePair(pair: PlannedPair, plan: PatchPlan, options: MakeSetOptions): Promise<PatchedPair | string> {
  try {
    const [original, b, source] = [await keepOriginal(pair.a, options), await keepOriginal(pair.b, options), await keepOriginal(pair.source, options)]
    const stem = `patched/${String(pair.index).padStart(5, '0')}`
    const patches = drawPatches(random(plan.seed, 'patches', pair.index), CROP_SIDE, plan.patches)
    const list = { index: pair.index, seed: plan.seed, image: pair.a, source: pair.source, genuine: pair.genuine, ...plan.patches, patches }
    return {
      index: pair.index, genuine: pair.genuine, fold: pair.fold, photos: { a: pair.a, b: pair.b, source: pair.source },
      photoSha256: { a: original.photoSha256, b: b.photoSha256, source: source.photoSha256 },
      original: original.file, b: b.file,
      patched: await keep(options, `${stem}.png`, await encode(applyPatches(original.crop, source.crop, patches, plan.patches))),
      patchList: await keep(options, `${stem}.json`, json(list))
    }
  } catch (error) {
    const { kind, message } = toErrorData(error)
    if (kind !== 'input') throw error
    // The same set says the same wherever its photos lie.
    return [pair.a, pair.b, pair.source].reduce((reason, photo) => reason.replaceAll(join(options.imagesDir, photo), photo), message)
  }
}

interface Original {
  file: PatchedPair['original']
  crop: Pixels
  photoSha256: string
}

/** The crop of a photo: the one there is where it is the crop of this photo and unchanged. */
async function keepOriginal(photo: string, options: MakeSetOptions): Promise<Original> {
  const path = await photoPath(options.imagesDir, photo)
  const photoBytes = await readPhotoFile(path)
  const photoSha256 = sha256(photoBytes)
  const stem = `originals/${photo.replace(/\.[^.]*$/, '')}`
  const known = await recordAt(join(options.out, `${stem}.json`))
  if (known !== null && known.photoSha256 !== photoSha256)
    throw usageError('set.other', `"${options.out}" was begun with another "${photo}" (SHA-256 ${known.photoSha256.slice(0, 16)}..., now ${photoSha256.slice(0, 16)}...). Choose another folder with --out.`)
  const found = await readFile(join(options.out, `${stem}.png`)).catch(() => null)
  if (known === null || found === null || sha256(found) !== known.sha256) {
    const bytes = await encode(await centralCrop(photoBytes, options.faces))
    await keep(options, `${stem}.png`, bytes)
    await keep(options, `${stem}.json`, json({ photo, photoSha256, sha256: sha256(bytes) }))
    return originalOf(`${stem}.png`, bytes, photoSha256, options)
  }
  return originalOf(`${stem}.png`, found, photoSha256, options)
}

async function originalOf(name: string, bytes: Buffer, photoSha256: string, { out }: MakeSetOptions): Promise<Original> {
  const file = { file: name, sha256: sha256(bytes) }
  return { file, crop: await readCrop(out, file), photoSha256 }
}

/** Null where there is none that can be read: the crop is made again then. */
async function recordAt(path: string): Promise<OriginalRecord | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return OriginalRecord.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A file of the set, written where it is missing or not what it should be. */
async function keep({ out, write }: MakeSetOptions, file: string, bytes: Buffer): Promise<PatchedPair['original']> {
  const path = join(out, file)
  const found = await readFile(path).catch(() => null)
  if (found === null || !found.equals(bytes)) {
    await mkdir(dirname(path), { recursive: true })
    await write(path, bytes)
  }
  return { file, sha256: sha256(bytes) }
}

const encode = ({ data, width, height }: Pixels): Promise<Buffer> => encodePng(data, width, height, 3)
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
