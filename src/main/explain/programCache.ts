import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What happened to the cache on the way to a compiled graph. */
export type CacheOutcome = 'hit' | 'built' | 'rebuilt' | 'off'

export interface CacheEntry<Meta> {
  meta: Meta
  bytes: Uint8Array
}

export interface Cached<Meta> extends CacheEntry<Meta> {
  outcome: CacheOutcome
  /** Why the entry was not used or could not be kept; empty where all went well. */
  note: string
}

const HASH_BYTES = 32

/**
 * Compiled graphs on disk, by key. An entry is SHA-256 of the rest | length of meta (4 bytes) | meta JSON | graph.
 * An entry that does not verify is built again; a folder that can't be written costs speed, never a result.
 *
 * @param folder null switches the cache off
 */
export async function cachedProgram<Meta>(folder: string | null, key: string, build: () => CacheEntry<Meta>): Promise<Cached<Meta>> {
  if (folder === null) return { ...build(), outcome: 'off', note: '' }
  const file = join(folder, `${key}.vidimus`)
  const found = await readEntry<Meta>(file)
  if (found.entry !== undefined) return { ...found.entry, outcome: 'hit', note: '' }
  const entry = build()
  const kept = writeEntry(folder, file, entry)
  return { ...entry, outcome: found.damaged ? 'rebuilt' : 'built', note: [found.damaged ? 'the cached graph was damaged' : '', kept].filter(Boolean).join('; ') }
}

async function readEntry<Meta>(file: string): Promise<{ entry?: CacheEntry<Meta>; damaged: boolean }> {
  let raw: Buffer
  try {
    raw = await readFile(file)
  } catch {
    return { damaged: false }
  }
  const body = raw.subarray(HASH_BYTES)
  if (raw.byteLength < HASH_BYTES + 4 || !sha256(body).equals(raw.subarray(0, HASH_BYTES))) return { damaged: true }
  const metaEnd = 4 + body.readUInt32LE(0)
  return { entry: { meta: JSON.parse(body.subarray(4, metaEnd).toString('utf8')) as Meta, bytes: body.subarray(metaEnd) }, damaged: false }
}

/**
 * Returns why the entry could not be kept, or ''. Synchronous: nothing, not even Ctrl-C's handler, comes between the
 * draft and its name.
 */
function writeEntry<Meta>(folder: string, file: string, { meta, bytes }: CacheEntry<Meta>): string {
  const json = Buffer.from(JSON.stringify(meta), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.byteLength)
  const hash = createHash('sha256')
  for (const part of [length, json, bytes]) hash.update(part)
  const draft = `${file}.${randomUUID()}.part`
  try {
    mkdirSync(folder, { recursive: true })
    sweepDrafts(folder)
    writeParts(draft, [hash.digest(), length, json, bytes])
    renameSync(draft, file)
    return ''
  } catch (error) {
    if (existsSync(draft)) rmSync(draft)
    return `the compiled graph could not be cached: ${error instanceof Error ? error.message : String(error)}`
  }
}

function writeParts(file: string, parts: readonly Uint8Array[]): void {
  const handle = openSync(file, 'wx')
  try {
    for (const part of parts) writeFileSync(handle, part)
  } finally {
    closeSync(handle)
  }
}

const STALE_AFTER_MS = 60 * 60 * 1000

/** Drafts that a killed process left behind. */
function sweepDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.part') && Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS) rmSync(path, { force: true })
  }
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
