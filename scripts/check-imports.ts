/**
 * Holds the import rules of import-rules.ts, and that dependency-cruiser really read the sources:
 * it reports success on zero modules, so every source file on disk must be among those it saw.
 */
import { globSync } from 'node:fs'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { importRules } from './import-rules.ts'

interface ImportReport {
  /** Source files on disk, all of which were read. */
  modules: number
  /** One line a broken rule: rule, file, what it imports. */
  violations: string[]
}

/**
 * Checks the sources below `root`/src.
 * @throws Error when there are none, or when dependency-cruiser passed over one.
 */
export async function checkImports(root: string): Promise<ImportReport> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map(file => file.replaceAll('\\', '/'))
  if (files.length === 0) throw new Error(`No source files below ${root}/src: the import rules would hold for nothing.`)
  const result = await cruiseSources(root)
  const seen = new Set(result.modules.map(module => module.source))
  const unseen = files.filter(file => !seen.has(file))
  if (unseen.length > 0) throw new Error(`dependency-cruiser did not read ${unseen.length} files: ${unseen.join(', ')}`)
  const violations = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`)
  return { modules: files.length, violations }
}

async function cruiseSources(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src'],
    { ...importRules.options, ruleSet: { forbidden: importRules.forbidden }, validate: true, baseDir: root },
    {},
    { tsConfig: extractTSConfig(`${root}/tsconfig.base.json`) }
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

if (import.meta.main) {
  const { modules, violations } = await checkImports(process.cwd())
  for (const violation of violations) console.error(violation)
  console.log(`import rules: ${modules} modules, ${violations.length} violations`)
  process.exitCode = violations.length > 0 ? 1 : 0
}
