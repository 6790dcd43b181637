import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Lock {
  packages: Record<string, { gypfile?: boolean }>
}
interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))

// npm 10 builds whatever holds a binding.gyp unless the lock file says not to; that needs Python and Node's headers from
// the network. better-sqlite3 brings its binaries. npm drops the line when it writes the lock file anew: put it back.
it('the lock file keeps npm 10 from compiling better-sqlite3', () => {
  const { packages } = read('package-lock.json') as Lock
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})

it('every dependency is pinned exactly', () => {
  const { dependencies, devDependencies } = read('package.json') as Package
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
  expect(loose).toEqual([])
})
