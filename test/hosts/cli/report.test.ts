import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { ImportReport } from '../../../src/shared/domain/exhibit'
import { Report } from '../../../src/shared/domain/report'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import { buildCli, demo, scratch, startVidimus } from '../../support/cli'
import { node, tinyGraph } from '../../support/tinyModels'

const ROOT = resolve(import.meta.dirname, '../../..')
beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

function vidimus(cwd: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, VIDIMUS_HOME: join(cwd, 'home'), VIDIMUS_CACHE_DIR: join(ROOT, 'test-results/cli-cache') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/vidimus.mjs'), ...args], { cwd, env, encoding: 'utf8', maxBuffer: 1e8 })
  return { status, stdout, stderr }
}
const ask = <T>(cwd: string, name: string, input: unknown, ...more: string[]): T => {
  const { status, stdout, stderr } = vidimus(cwd, ['call', name, JSON.stringify(input), '--library', 'cases', ...more])
  expect([name, status, stderr]).toEqual([name, 0, ''])
  return JSON.parse(stdout) as T
}
const load = (path: string): Report => Report.parse(JSON.parse(readFileSync(path, 'utf8')))
const errorOf = (stdout: string): string => (JSON.parse(stdout) as { error: { code: string } }).error.code

/** A library "cases" in a folder with the case 2026/17 and C-1, run once. */
function library(): { cwd: string; caseId: string; comparison: string } {
  const cwd = scratch()
  vidimus(cwd, ['call', 'library.open', '{"folder":"cases","create":true}'])
  const caseId = ask<{ id: string }>(cwd, 'case.create', { number: '2026/17', title: '', purpose: 'A test', examiner: 'A. Examiner' }).id
  ask<ImportReport>(cwd, 'exhibit.import', { case: caseId, files: [demo(3), demo(6)].map(path => ({ kind: 'path', path })) })
  const { rows } = ask<{ rows: { faces: { id: string }[] }[] }>(cwd, 'exhibit.list', { case: caseId })
  const [faceA, faceB] = rows.map(({ faces }) => faces[0]!.id)
  const comparison = ask<{ id: string }>(cwd, 'comparison.create', { case: caseId, faceA, faceB }).id
  ask(cwd, 'comparison.run', { id: comparison }, '--case', caseId)
  return { cwd, caseId, comparison }
}

describe('vidimus report', () => {
  test('writes a draft of the case with its JSON and hashes, and replaces nothing unasked', () => {
    const { cwd, caseId, comparison } = library()
    const whole = vidimus(cwd, ['report', '--library', 'cases', '--case', '2026/17'])
    expect([whole.status, whole.stderr]).toEqual([0, ''])
    expect(whole.stdout).toMatch(/^Draft report on case 2026\/17: 1 comparison, 2 exhibits, \d+ pages?\.\n/)
    expect(readdirSync(cwd).sort()).toEqual(['2026-17 report.json', '2026-17 report.pdf', '2026-17 report.sha256', 'cases', 'home'])
    expect(execFileSync('sha256sum', ['-c', '2026-17 report.sha256'], { cwd, encoding: 'utf8' })).toBe('2026-17 report.pdf: OK\n2026-17 report.json: OK\n')
    expect(load(join(cwd, '2026-17 report.json'))).toMatchObject({ state: 'draft', signing: null, case: { id: caseId }, comparisons: [{ id: comparison, label: 'C-1', maps: { asRecorded: true } }] })
    expect(readFileSync(join(cwd, '2026-17 report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(ask<{ rows: { action: string }[] }>(cwd, 'library.audit', { case: caseId }).rows[0]!.action).toBe('report.exported')

    const again = vidimus(cwd, ['report', '--library', 'cases', '--comparison', comparison, '--out', '2026-17 report.pdf', '--json'])
    expect([again.status, errorOf(again.stdout)]).toEqual([2, 'out.taken'])
    const forced = vidimus(cwd, ['report', '--library', 'cases', '--case', '2026/17', '--comparison', 'c-1', '--comparison', '1', '--language', 'de', '--out', '2026-17 report.pdf', '--force', '--json'])
    expect([forced.status, forced.stderr]).toEqual([0, ''])
    expect(JSON.parse(forced.stdout)).toMatchObject({ comparisons: 1, files: ['pdf', 'json', 'sha256'].map(end => join(cwd, `2026-17 report.${end}`)) })
    expect(load(join(cwd, '2026-17 report.json')).language).toBe('de')
  })

  test('reads a library that another program has open, and says so', async () => {
    const { cwd, caseId } = library()
    const serve = startVidimus(['serve', '--library', 'cases', '--port', '0'], cwd)
    try {
      await vi.waitFor(() => expect(existsSync(join(cwd, 'cases/library.lock.json'))).toBe(true), 20_000)
      const said = vidimus(cwd, ['report', '--library', 'cases', '--case', '2026/17', '--out', 'r.pdf'])
      expect([said.status, said.stderr]).toEqual([0, 'vidimus: the library is open in another program, so it was read alone and this report is not on its record.\n'])
      expect(load(join(cwd, 'r.json')).case!.id).toBe(caseId)
    } finally {
      serve.process.kill('SIGTERM')
      await serve.finished
    }
  })

  test('stops at claims until a reason lets them stand, which is printed and logged', () => {
    const { cwd, caseId, comparison } = library()
    ask(cwd, 'conclusion.save', { comparison, after: 0, conclusion: { level: null, same: '', different: '', rationale: 'They are the same person.' } })
    const refused = vidimus(cwd, ['report', '--library', 'cases', '--case', '2026/17', '--out', 'r.pdf', '--json'])
    expect([refused.status, errorOf(refused.stdout)]).toEqual([2, 'report.claims'])
    expect(readdirSync(cwd).sort()).toEqual(['cases', 'home'])
    expect(vidimus(cwd, ['report', '--library', 'cases', '--case', '2026/17', '--out', 'r.pdf', '--let-stand', 'Quoted from the request']).status).toBe(0)
    expect(load(join(cwd, 'r.json')).claims).toMatchObject([{ sentence: 'They are the same person.', reason: 'Quoted from the request' }])
    expect(ask<{ rows: { action: string; details: object }[] }>(cwd, 'library.audit', { case: caseId }).rows[0]).toMatchObject({ action: 'claim.overridden', details: { reason: 'Quoted from the request' } })
  })

  test.each([
    [['--case', 'nothing'], 2, 'case.unknown'],
    [[], 2, 'case.unnamed'],
    [['--comparison', 'C-1'], 2, 'case.unnamed'],
    [['--comparison', '7f0c0f4e-6d0e-4a53-9d3b-0e7f4f0f6a11'], 2, 'comparison.unknown'],
    [['--library', 'none'], 2, 'library.missing'],
    [['--out', 'r.txt', '--case', '1'], 2, 'out.pdf'],
    [['--out', 'no/such/r.pdf', '--case', '1'], 1, 'out.unwritable'],
    [['--comparison', 'C-7', '--case', '1'], 2, 'comparison.unknown'],
    [['--comparison', '', '--case', '1'], 2, 'comparison.unnamed'],
    [['--case', '1'], 2, 'report.blocked']
  ])('%j: status %i, %s', (args, status, code) => {
    const cwd = scratch()
    vidimus(cwd, ['call', 'library.open', '{"folder":"cases","create":true}'])
    ask(cwd, 'case.create', { number: '1', title: '', purpose: 'A test', examiner: 'A. Examiner' })
    const said = vidimus(cwd, ['report', '--library', 'cases', ...args, '--json'])
    expect([said.status, errorOf(said.stdout)]).toEqual([status, code])
    expect(readdirSync(cwd).sort()).toEqual(['cases', 'home'])
  })
})

describe('vidimus explain --pdf', () => {
  test('a report beside the result, with the same values', () => {
    const cwd = scratch()
    const said = vidimus(cwd, ['explain', demo(3), demo(6), '--face-a', '0', '--face-b', '1', '--device', 'cpu', '--out', 'result', '--pdf', 'r.pdf'])
    expect([said.status, said.stderr]).toEqual([0, ''])
    expect(readdirSync(cwd).sort()).toEqual(['home', 'r.json', 'r.pdf', 'r.sha256', 'result'].filter(name => existsSync(join(cwd, name))))
    const report = load(join(cwd, 'r.json'))
    const record: unknown = JSON.parse(readFileSync(join(cwd, 'result/result.json'), 'utf8'))
    expect(report).toMatchObject({ case: null, audit: null, exhibits: [{ label: 'E-1', name: 'sample3.jpg' }, { label: 'E-2' }], comparisons: [{ b: { face: 'face 2 of E-2' }, maps: { asRecorded: true } }] })
    expect(report.comparisons[0]!.run!.record).toEqual(record)
    expect(execFileSync('sha256sum', ['-c', 'r.sha256'], { cwd, encoding: 'utf8' })).toBe('r.pdf: OK\nr.json: OK\n')
    const taken = vidimus(cwd, ['explain', demo(3), demo(6), '--face-a', '0', '--face-b', '1', '--out', 'other', '--pdf', 'r.pdf', '--json'])
    expect([taken.status, errorOf(taken.stdout), existsSync(join(cwd, 'other'))]).toEqual([2, 'out.taken', false])
  })

  test('works with aligned crops, and not with maps that are not xSSAB\u2019s', async () => {
    const cwd = scratch()
    const [a, b] = ['a.png', 'b.png'] as const
    await sharp(demo(3)).resize(112, 112, { fit: 'fill' }).png().toFile(join(cwd, a))
    await sharp(demo(6)).resize(112, 112, { fit: 'fill' }).png().toFile(join(cwd, b))
    const said = vidimus(cwd, ['explain', a, b, '--aligned', '--device', 'cpu', '--out', 'result', '--pdf', 'r.pdf'])
    expect([said.status, said.stderr]).toEqual([0, ''])
    expect(load(join(cwd, 'r.json'))).toMatchObject({ exhibits: [{ faces: [] }, { faces: [] }], comparisons: [{ a: { face: 'aligned crop', faceId: null }, maps: { asRecorded: true } }] })
    const refused = vidimus(cwd, ['explain', a, b, '--aligned', '--method', 'centre', '--out', 'other', '--pdf', 'q.pdf', '--json'])
    expect([refused.status, errorOf(refused.stdout)]).toEqual([2, 'report.method'])
    expect(refused.stdout).toMatch(/--method centre: .* don't compare .* Leave --method out for the report\. .* without --pdf/)
    expect(existsSync(join(cwd, 'other')) || existsSync(join(cwd, 'q.pdf'))).toBe(false)
  })

  test('feeds a model of one\u2019s own as the record says, and so does who verifies the report', async () => {
    const cwd = scratch()
    const [a, b] = ['a.png', 'b.png'] as const
    await sharp(demo(3)).resize(112, 112, { fit: 'fill' }).png().toFile(join(cwd, a))
    await sharp(demo(6)).resize(112, 112, { fit: 'fill' }).png().toFile(join(cwd, b))
    const { nodes, outputs } = tinyGraph()
    const second = [node('GlobalAveragePool', ['c'], ['q']), node('Flatten', ['q'], ['z'])]
    writeFileSync(join(cwd, 'own.onnx'), encodeModel(tinyGraph({ nodes: [...nodes, ...second], outputs: [...outputs, { ...outputs[0]!, name: 'z' }] })))
    const own = ['--model', 'own.onnx', '--threshold', '0.5', '--embedding', 'z', '--mean', '100', '--scale', '64', '--channels', 'BGR']
    const said = vidimus(cwd, ['explain', a, b, '--aligned', '--device', 'cpu', ...own, '--out', 'result', '--pdf', 'r.pdf'])
    expect([said.status, said.stderr]).toEqual([0, ''])
    const { run, maps } = load(join(cwd, 'r.json')).comparisons[0]!
    expect([run!.record.method, maps!.asRecorded]).toMatchObject([{ preprocessing: { subtract: 100, divide: 64, channels: 'BGR' }, embedding: { output: 'z', length: 8 } }, true])
    expect(maps!.arguments.reduce((sum, value) => sum + value, 0)).toBeCloseTo(run!.cosine, 4)
    const verified = vidimus(cwd, ['verify', 'r.json', '--evidence', '.', '--model', 'own.onnx'])
    expect([verified.status, verified.stderr]).toEqual([0, ''])
  })
})
