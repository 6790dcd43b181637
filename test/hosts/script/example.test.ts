import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { buildCli, demo, scratch, vidimus } from '../../support/cli'

beforeAll(buildCli, 240_000)

it('the example in docs judges a map of its own in plain Node, and its regions add up to the margin', { timeout: 240_000 }, async () => {
  const cwd = scratch()
  for (const [name, number] of [['Ann', 1], ['Bob', 2]] as const) {
    mkdirSync(join(cwd, 'images', name), { recursive: true })
    copyFileSync(demo(number), join(cwd, `images/${name}/${name}_0001.jpg`))
    await sharp(demo(number)).resize({ width: 500 }).toFile(join(cwd, `images/${name}/${name}_0002.jpg`))
  }
  writeFileSync(join(cwd, 'pairs.txt'), '1\t2\nAnn\t1\t2\nBob\t1\t2\nAnn\t1\tBob\t1\nAnn\t2\tBob\t2\n')
  expect((await vidimus(['bench', 'patch-lfw', '--images', 'images', '--pairs', 'pairs.txt', '--seed', '7', '--out', 'set'], cwd)).status).toBe(0)
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [resolve('docs/examples/own-map.mjs'), join(cwd, 'set'), '4'])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^rnd +nDPR (1\.00|none) FMR, (1\.00|none) FNMR, 4 pairs$/m)
  expect(stdout).toMatch(/^own +nDPR .* 4 pairs$/m)
  const [, together, score, threshold] = /^together (-?\d\.\d{4}) = score (-?\d\.\d{4}) - threshold (\d\.\d{4})$/m.exec(stdout)!.map(Number)
  expect(together).toBeCloseTo(score! - threshold!, 3)
  expect(stdout.match(/^(forehead|brows|eyes|nose|cheeks|mouth|chin|outline) +-?\d\.\d{4}$/gm)).toHaveLength(8)
})
