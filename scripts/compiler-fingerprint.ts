import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * SHA-256 over the compiler's sources: graphs that another compiler cached are never used.
 *
 * @param root the checkout; a bundled configuration can't know where this file lay
 * @throws Error where there are no sources: the hash of nothing would fit every compiler
 */
export function compilerFingerprint(root: string): string {
  const folder = join(root, 'src/main/compiler')
  const files = globSync('**/*.ts', { cwd: folder }).sort()
  if (files.length === 0) throw new Error(`The compiler's sources were not found in ${folder}.`)
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}
