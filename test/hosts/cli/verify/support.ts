import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { buildCli, demo } from '../../../support/cli'
import { startEngine } from '../../../services/support'

/** For the tests of one file: an engine, a folder of their own, and in it the photos of the worked case as evidence. */
export function verifyBench(): { engine: ReturnType<typeof startEngine>; folder: string; photos: string } {
  const engine = startEngine()
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-verify-'))
  const photos = join(folder, 'photos')
  beforeAll(async () => {
    mkdirSync(photos)
    for (const n of [3, 6]) copyFileSync(demo(n), join(photos, `${n}.jpg`))
    await buildCli()
  })
  afterAll(() => {
    engine.close()
    rmSync(folder, { recursive: true })
  })
  return { engine, folder, photos }
}
