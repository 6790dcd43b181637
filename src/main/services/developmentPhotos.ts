import { globSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../runtime/resources'

/** The test photos of a development checkout; none in an installed program. */
export function developmentPhotos(): string[] {
  const folder = join(programRoot(), 'node_modules/@vladmandic/face-api/demo')
  return globSync('sample*.jpg', { cwd: folder }).sort().map(name => join(folder, name))
}
