/** Which npm packages the built program loads while it runs: the rest of node_modules stays out of the installers. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest

/** Packages that the built main process imports by name: whatever was not bundled. */
export function importedPackages(builtFolder: string): string[] {
  const specifiers = globSync('**/*.{js,cjs}', { cwd: builtFolder }).flatMap(file => {
    const text = readFileSync(join(builtFolder, file), 'utf8')
    return [...text.matchAll(/(?:from|import|import\(|require\(|resolve\()\s*["'`]((?:@[\w-]+\/)?\w[\w.-]*)(?=["'`/])/g)].map(match => match[1]!)
  })
  return [...new Set(specifiers.filter(name => !isBuiltin(name) && name !== 'electron'))].sort()
}

/** These packages and all they need, as far as they are installed. */
export function closureOf(names: readonly string[], root: string): Set<string> {
  const found = new Set<string>()
  const visit = (name: string, from: string): void => {
    const manifest = findManifest(name, from)
    if (manifest === undefined || found.has(name)) return
    found.add(name)
    const { dependencies = {}, optionalDependencies = {} } = readManifest(manifest)
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) visit(needed, dirname(manifest))
  }
  for (const name of names) visit(name, root)
  return found
}

/** Node's own way up through the folders. */
function findManifest(name: string, from: string): string | undefined {
  const file = join(from, 'node_modules', name, 'package.json')
  if (existsSync(file)) return file
  return dirname(from) === from ? undefined : findManifest(name, dirname(from))
}

/** Packages that `npm install --omit=dev` brings and the built program never loads. */
export function unusedPackages(root: string): string[] {
  const used = closureOf(importedPackages(join(root, 'out/main')), root)
  const installed = closureOf(Object.keys(readManifest(join(root, 'package.json')).dependencies ?? {}), root)
  return [...installed].filter(name => !used.has(name)).sort()
}
