/** `npm run schemas`: writes docs/schemas/report.schema.json, the JSON Schema of report.json, from its one definition. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runnerImport } from 'vite'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')

export const SCHEMA_FILE = join(root, 'docs/schemas/report.schema.json')

/** The file's text as it must be. */
export async function reportSchema(): Promise<string> {
  const { module } = await runnerImport<{ Report: z.ZodType }>(join(root, 'src/shared/domain/report.ts'))
  const schema = z.toJSONSchema(module.Report, { target: 'draft-2020-12', io: 'output', reused: 'inline' })
  return `${JSON.stringify({ ...schema, title: 'Vidimus report, version 1', description: 'The data that a Vidimus report was set from. docs/report.md says what the fields mean.' }, null, 2)}\n`
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(dirname(SCHEMA_FILE), { recursive: true })
  writeFileSync(SCHEMA_FILE, await reportSchema())
}
