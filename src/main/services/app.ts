import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { About } from '../../shared/domain/about'
import { programRoot } from '../runtime/resources'

const Package = z.object({
  version: z.string(),
  description: z.string(),
  dependencies: z.object({ 'onnxruntime-node': z.string() })
})

/** `app.about`: versions, from package.json (where ONNX Runtime is pinned exactly) and from the process itself. */
export async function appAbout(): Promise<About> {
  const { version, description, dependencies } = Package.parse(JSON.parse(await readFile(join(programRoot(), 'package.json'), 'utf8')))
  const { node, electron } = process.versions
  return {
    name: 'Vidimus',
    version,
    description,
    platform: `${process.platform}-${process.arch}`,
    node,
    ...(electron === undefined ? {} : { electron }),
    onnxruntime: dependencies['onnxruntime-node']
  }
}
