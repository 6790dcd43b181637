import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../../src/shared/domain/exhibit'
import { calls } from '../../../src/shared/ipc/contract'
import { buildCli, scratch } from '../../support/cli'
import { makePhotos } from '../../support/conformance/photos'

const ROOT = resolve(import.meta.dirname, '../../..')
beforeAll(buildCli)

interface Said {
  status: number | null
  stdout: string
  stderr: string
}

function call(cwd: string, args: string[], input?: string): Said {
  const env = { ...process.env, VIDIMUS_HOME: join(cwd, 'home'), VIDIMUS_CACHE_DIR: join(ROOT, 'test-results/cli-cache') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), 'call', ...args], { cwd, env, encoding: 'utf8', ...(input === undefined ? {} : { input }), maxBuffer: 1e8 })
  return { status, stdout, stderr }
}

describe('vidimus call', () => {
  test('works in a library from case to score, and leaves the record of it', async () => {
    const cwd = scratch()
    const ask = <T>(name: string, input: unknown, ...more: string[]): T => {
      const { status, stdout, stderr } = call(cwd, [name, '-', '--library', 'cases', ...more], JSON.stringify(input))
      expect([status, stderr]).toEqual([0, ''])
      return JSON.parse(stdout) as T
    }
    expect(call(cwd, ['library.open', '{"folder":"cases","create":true}'])).toMatchObject({ status: 0, stderr: '' })
    const { id } = ask<{ id: string }>('case.create', { number: '1', title: '', purpose: 'A test', examiner: 'A. Examiner' })
    const photos = await makePhotos(cwd, 2)
    const { imported } = ask<ImportReport>('exhibit.import', { case: id, files: photos.map(path => ({ kind: 'path', path })) })
    expect(imported.map(({ faces }) => faces)).toEqual([1, 1])
    const { rows } = ask<{ rows: { faces: { id: string }[] }[] }>('exhibit.list', { case: id })
    const [faceA, faceB] = rows.map(({ faces }) => faces[0]!.id)
    const comparison = ask<{ id: string }>('comparison.create', { case: id, faceA, faceB })
    const live = ask<{ cosine: number; mapsSha256: string; a: Maps; b: Maps }>('comparison.explain', { id: comparison.id }, '--case', id, '--purpose', 'A script')
    expect(live.cosine).toBeGreaterThan(0.9)
    const hash = createHash('sha256')
    for (const side of [live.a, live.b]) for (const map of [side.similar, side.dissimilar, side.combined]) hash.update(Buffer.from(map.$float32, 'base64'))
    expect(hash.digest('hex')).toBe(live.mapsSha256)
    const picture = ask<{ bytes: { $bytes: string } }>('exhibit.image', { id: imported[0]!.id, size: 'thumb' })
    expect(Buffer.from(picture.bytes.$bytes, 'base64').length).toBeGreaterThan(500)
    expect(ask<{ rows: { action: string }[] }>('library.audit', { case: id }).rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['case.created', 'exhibit.imported', 'comparison.created', 'case.begun', 'case.ended']))
    expect(ask('library.verifyAudit', {})).toMatchObject({ ok: true })
  })

  test('what needs no library works without one, and the rest says what is missing', () => {
    const cwd = scratch()
    for (const name of ['app.about', 'model.list', 'host.info', 'settings.get', 'library.status']) {
      const { status, stdout } = call(cwd, [name])
      expect([name, status]).toEqual([name, 0])
      expect(calls[name as keyof typeof calls].output.safeParse(JSON.parse(stdout)).success).toBe(true)
    }
    expect(call(cwd, ['case.list'])).toMatchObject({ status: 2, stderr: expect.stringContaining('No library is open') as string })
    expect(call(cwd, ['host.pick', '{"kind":"photos"}'])).toMatchObject({ status: 2, stderr: expect.stringContaining('no dialogs') as string })
  })

  test.each([
    [['case.nothing'], 2, 'call.unknown'],
    [['case.get', '{"id":"x"}'], 2, 'call.invalid'],
    [['case.get', '{id:1}'], 2, 'call.not-json'],
    [['case.list', '{}', '--library', 'none'], 2, 'library.missing']
  ])('%j: status %i, %s', (args, status, code) => {
    const said = call(scratch(), [...args, '--json'])
    expect([said.status, (JSON.parse(said.stdout) as { error: { code: string } }).error.code]).toEqual([status, code])
  })

  test('opens for reading only where asked, and changes nothing', () => {
    const cwd = scratch()
    call(cwd, ['library.open', '{"folder":"cases","create":true}'])
    const before = readFileSync(join(cwd, 'cases/library.sqlite'))
    expect(JSON.parse(call(cwd, ['library.status', '{}', '--library', 'cases', '--read']).stdout)).toMatchObject({ open: { mode: 'read' } })
    expect(readFileSync(join(cwd, 'cases/library.sqlite')).equals(before)).toBe(true)
  })
})

interface Maps {
  similar: { $float32: string }
  dissimilar: { $float32: string }
  combined: { $float32: string }
}
