import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageSchemas, SCHEMA_FOLDER } from '../../scripts/package-schemas'

it('the published schemas of a case package are those of the program: npm run schemas', async () => {
  for (const [file, text] of await packageSchemas()) expect(readFileSync(join(SCHEMA_FOLDER, file), 'utf8')).toBe(text)
})
