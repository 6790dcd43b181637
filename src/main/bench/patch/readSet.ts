import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inputError } from '../../../shared/errors'
import { openPhoto } from '../../faces/photo'
import type { Pixels } from '../../faces/pixels'
import { PatchSet, PLAN_FILE, SET_FILE, type PatchedPair } from './manifest'

/**
 * A finished set.
 *
 * @returns the manifest and its SHA-256, which stands for every byte of the set
 * @throws VidimusError (input) `set.missing`, `set.unfinished`, `set.damaged`
 */
export async function readPatchSet(folder: string): Promise<{ set: PatchSet; sha256: string }> {
  const bytes = await readFile(join(folder, SET_FILE)).catch(() => null)
  if (bytes === null) throw await noSet(folder)
  try {
    return { set: PatchSet.parse(JSON.parse(bytes.toString('utf8'))), sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (cause) {
    throw inputError('set.damaged', `${SET_FILE} in "${folder}" is not the manifest of a patched set. Make the set again with "vidimus bench patch-lfw".`, { cause })
  }
}

async function noSet(folder: string): Promise<Error> {
  const begun = await readFile(join(folder, PLAN_FILE)).then(() => true, () => false)
  if (begun) return inputError('set.unfinished', `The set in "${folder}" is not finished. Call "vidimus bench patch-lfw" again with the same options; it carries on.`)
  return inputError('set.missing', `There is no patched set in "${folder}" (no ${SET_FILE}). Make one with "vidimus bench patch-lfw --out FOLDER".`)
}

/** Refuses a set of whose pairs a file is missing or was changed, before anything is made of it. @throws VidimusError (input) `set.damaged` */
export async function checkCrops(folder: string, pairs: readonly PatchedPair[]): Promise<void> {
  const files = new Map(pairs.flatMap(({ original, patched, b }) => [original, patched, b].map((file) => [file.file, file])))
  for (const file of files.values()) await readChecked(folder, file)
}

/** A crop of a set, checked against its hash. @throws VidimusError (input) `set.damaged` */
export async function readCrop(folder: string, file: PatchedPair['original']): Promise<Pixels> {
  return (await openPhoto(await readChecked(folder, file))).working
}

async function readChecked(folder: string, { file, sha256 }: PatchedPair['original']): Promise<Buffer> {
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw inputError('set.damaged', `"${file}" of the set in "${folder}" is missing or was changed. Make the set again with "vidimus bench patch-lfw".`)
  return bytes
}
