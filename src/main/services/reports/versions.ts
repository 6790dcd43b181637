import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { programRoot } from '../../runtime/resources'

const Package = z.object({
  version: z.string(),
  dependencies: z.object({ 'onnxruntime-node': z.string(), sharp: z.string(), 'better-sqlite3': z.string(), '@myriaddreamin/typst-ts-node-compiler': z.string() })
})

/** Of all that a report's values went through. From package.json, where native packages are pinned exactly: asking them would load them. */
export async function reportVersions(): Promise<Record<string, string>> {
  const { version, dependencies } = Package.parse(JSON.parse(await readFile(join(programRoot(), 'package.json'), 'utf8')))
  const { node, electron } = process.versions
  return {
    vidimus: version,
    node,
    ...(electron === undefined ? {} : { electron }),
    'onnxruntime-node': dependencies['onnxruntime-node'],
    sharp: dependencies.sharp,
    'better-sqlite3': dependencies['better-sqlite3'],
    'typst-ts-node-compiler': dependencies['@myriaddreamin/typst-ts-node-compiler']
  }
}
