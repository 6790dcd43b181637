import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildCli, demo, scratch, startVidimus, vidimus } from '../../support/cli'
import { mountTinyDisk } from '../../support/tinyDisk'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

async function crop(cwd: string): Promise<string[]> {
  await sharp(demo(2)).extract({ left: 1400, top: 160, width: 224, height: 224 }).resize(112, 112).png().toFile(join(cwd, 'crop.png'))
  return ['explain', 'crop.png', 'crop.png', '--aligned']
}

describe('a disk that takes no result', () => {
  it('a file in the place of the folder', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'case'), 'a file')
    const { status, stderr } = await vidimus([...(await crop(cwd)), '--out', 'case'], cwd)
    expect([status, stderr]).toEqual([1, expect.stringContaining('"case" could not be written: a file stands in its place.') as string])
    expect((await vidimus([...(await crop(cwd)), '--out', 'case/below'], cwd)).status).toBe(1)
    expect(readdirSync(cwd).sort()).toEqual(['case', 'crop.png'])
  })

  it.skipIf(process.platform !== 'linux')('a place where no folder can be made (Linux only)', async () => {
    const cwd = scratch()
    const { status, stderr } = await vidimus([...(await crop(cwd)), '--out', '/proc/vidimus-case'], cwd)
    expect([status, stderr]).toEqual([1, expect.stringContaining('could not be written') as string])
  })

  it('a full disk', async ({ skip }) => {
    const cwd = scratch()
    mkdirSync(join(cwd, 'disk'))
    const refused = mountTinyDisk(join(cwd, 'disk'), 64)
    if (refused !== null) skip(`no small disk could be mounted: ${refused}`)
    for (const out of ['disk', 'disk/case']) {
      const { status, stderr } = await vidimus([...(await crop(cwd)), '--out', out], cwd)
      expect([status, stderr]).toEqual([1, expect.stringContaining('the disk is full') as string])
      expect(readdirSync(join(cwd, 'disk'))).toEqual([])
    }
  })

  it.skipIf(process.platform === 'win32')('a limit on file sizes (POSIX shells only)', async () => {
    const cwd = scratch()
    const { status, stderr } = await vidimus([...(await crop(cwd)), '--out', 'new/case'], cwd, ['sh', '-c', 'ulimit -f 64; exec "$0" "$@"'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('larger than allowed') as string])
    expect(readdirSync(cwd)).toEqual(['crop.png'])
  })
})

describe.skipIf(process.platform === 'win32')('Ctrl-C in the middle (POSIX signals only)', () => {
  it.each([0, 0, 0, 300, 900])('%i ms after the draft appears', async (delay) => {
    const cwd = scratch()
    const running = startVidimus(['explain', demo(4), demo(6), '--face-a', '0', '--face-b', '0', '--out', 'new/case'], cwd)
    await vi.waitUntil(() => readdirSync(cwd).includes('new'), { timeout: 60_000, interval: 5 })
    await new Promise((done) => setTimeout(done, delay))
    running.process.kill('SIGINT')
    running.process.kill('SIGINT')
    const { status, stderr } = await running.finished
    expect([status, stderr]).toEqual([130, expect.stringContaining('nothing was left behind') as string])
    expect(readdirSync(cwd)).toEqual([])
  })
})
