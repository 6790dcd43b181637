import { join } from 'node:path'
import { makePatchSet } from '../../../bench/patch/makeSet'
import type { PatchSet } from '../../../bench/patch/manifest'
import { SET_FILE } from '../../../bench/patch/manifest'
import { openFaceEngine } from '../../../services/explain/openFaceEngine'
import { sayOnInterrupt } from '../interrupt'
import { diskError } from '../output/diskError'
import { writeFileAtomically } from '../output/writeFileAtomically'
import { Progress } from '../progress'
import { faceModels } from './faceModels'
import { isErrno } from './isErrno'
import { readPairs } from './readPairs'

export interface PatchLfwCliOptions {
  images: string
  pairs: string
  seed: number
  pairsLimit?: number
  hardened?: true
  out: string
  json?: true
}

/** `vidimus bench patch-lfw`. */
export async function runPatchLfw({ images, pairs, seed, pairsLimit, hardened, out, json }: PatchLfwCliOptions): Promise<void> {
  const progress = new Progress()
  sayOnInterrupt('what is finished stays; the same call carries on from there.')
  const set = await makePatchSet({
    imagesDir: images, pairs: await readPairs(pairs), seed, hardened: hardened === true, pairsLimit: pairsLimit ?? null, out,
    faces: await openFaceEngine(), faceModels: await faceModels(), write: writeFileAtomically, progress: progress.count
  }).catch((cause: unknown) => {
    throw isErrno(cause) ? diskError(out, cause) : cause
  })
  progress.clear()
  console.log(json === true ? JSON.stringify({ ...summary(set), out, set: join(out, SET_FILE) }) : inWords(set, out))
}

/** Pairs that were left out are counted here, by reason; the set's own file names each. */
const summary = ({ plan, pairs, leftOut }: PatchSet) => ({
  variant: plan.variant, seed: plan.seed, pairs: pairs.length, genuine: pairs.filter(({ genuine }) => genuine).length, impostor: pairs.filter(({ genuine }) => !genuine).length,
  leftOut: [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => ({ reason, pairs: leftOut.filter((pair) => pair.reason === reason).length }))
})

function inWords(set: PatchSet, out: string): string {
  const { variant, seed, pairs, genuine, impostor, leftOut } = summary(set)
  return [
    `${variant}, seed ${seed}: ${pairs} pairs (${genuine} genuine, ${impostor} impostor) in ${out}`,
    ...leftOut.map(({ reason, pairs: count }) => `Of the pairs in the list, ${count} can\u2019t be used: ${reason}`)
  ].join('\n')
}
