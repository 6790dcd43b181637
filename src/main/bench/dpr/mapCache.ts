import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** SHA-256 over everything a cached thing depends on. */
export const keyOf = (parts: unknown): string => keyOfBytes(JSON.stringify(parts))
export const keyOfBytes = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * A map from the cache, or computed and kept there. An entry is SHA-256 of the rest | float32 in the machine's order; one
 * that does not verify is computed again.
 */
export async function cachedMap(folder: string, key: string, compute: () => Promise<Float32Array>): Promise<Float32Array> {
  const file = join(folder, 'maps', key.slice(0, 2), `${key}.map`)
  const found = await readFile(file).catch(() => null)
  const body = found?.subarray(HASH_BYTES)
  if (found && body && digest(body).equals(found.subarray(0, HASH_BYTES))) return new Float32Array(new Uint8Array(body).buffer)
  const map = await compute()
  await keep(file, Buffer.from(map.buffer, map.byteOffset, map.byteLength))
  return map
}

const HASH_BYTES = 32
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Written beside and moved, because two processes share the cache and either may be killed. */
async function keep(file: string, body: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}.part`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(draft, [digest(body), body])
  await rename(draft, file)
}
