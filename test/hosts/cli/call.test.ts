import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildCli, scratch, vidimus } from '../../support/cli'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

const ROOT = join(import.meta.dirname, '../../..')

describe('the call', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(await vidimus(['--version'], scratch())).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each([['explain'], ['model', 'check'], ['model', 'gradient'], ['bench', 'lfw'], ['bench', 'latency']])('%s %s --help shows an example', async (...command) => {
    const { status, stdout } = await vidimus([...command.filter(Boolean), '--help'], scratch())
    expect(status).toBe(0)
    expect(stdout).toMatch(/Examples?:\n {2}vidimus /)
  })

  it.each([
    [['explian', 'a', 'b'], /Did you mean explain\?/],
    [['explain', 'a.jpg'], /missing required argument 'b'/],
    [['explain', 'a', 'b', '--device', 'tpu'], /Allowed choices are auto, cpu, webgpu, cuda/],
    [['explain', 'a', 'b', '--threshold', '62%'], /must be a number/],
    [['explain', 'a', 'b', '--face-a', 'left'], /"largest" or "central"/],
    [['explain', 'a', 'b', '--mean', '0'], /for ONNX files of your own/],
    [['bench', 'latency', '--threads', '0'], /whole number from 1/]
  ])('refuses %j with status 2', async (args, text) => {
    expect(await vidimus(args, scratch())).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(text) as string })
  })

  it('tells mistakes as JSON where JSON was asked for', async () => {
    const { status, stdout, stderr } = await vidimus(['explain', '--json'], scratch())
    expect([status, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'usage', code: 'usage.missingArgument' } })
  })

  it('takes no harm from a reader that leaves', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), 'model', 'check', 'resources/models/fr_feature.onnx'], { cwd: ROOT })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (text: Buffer) => void (stderr += text.toString()))
    const status = await new Promise((done) => child.on('close', done))
    expect([status, stderr]).toEqual([0, ''])
  })
})
