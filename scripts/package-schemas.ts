/** `npm run schemas`: writes the JSON Schemas of manifest.json and case.json of a case package, from their one definition. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
export const SCHEMA_FOLDER = join(root, 'docs/schemas')

const FILES = [
  { file: 'package-manifest.schema.json', module: 'casePackage', name: 'PackageManifest', title: 'Manifest of a Vidimus case package, version 1' },
  { file: 'case.schema.json', module: 'storedCase', name: 'StoredCase', title: 'A case as Vidimus stores it, version 1' }
]

/** The files' texts as they must be, by their names. */
export async function packageSchemas(): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const { file, module: source, name, title } of FILES) {
    const { module } = await runnerImport<Record<string, z.ZodType>>(join(root, `src/shared/domain/${source}.ts`))
    const schema = z.toJSONSchema(module[name]!, { target: 'draft-2020-12', io: 'output', reused: 'inline' })
    texts.set(file, `${JSON.stringify({ ...schema, title, description: 'docs/package.md says what a case package holds.' }, null, 2)}\n`)
  }
  return texts
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true })
  for (const [file, text] of await packageSchemas()) writeFileSync(join(SCHEMA_FOLDER, file), text)
}
