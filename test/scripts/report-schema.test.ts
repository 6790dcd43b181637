import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reportSchema, SCHEMA_FILE } from '../../scripts/report-schema'

it('docs/schemas/report.schema.json is what the program checks reports with: `npm run schemas` writes it anew', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await reportSchema())
})
