import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCli } from '../../support/cli'
import { startEngine } from '../support'
import { deskWith, folderOf, jsonOf, type Desk } from './support'

const engine = startEngine()
let at: Desk
beforeAll(buildCli)
afterAll(() => engine.close())

describe('a report', () => {
  it('is kept with its files, their hashes and the values of the library', async () => {
    at = await deskWith(engine, [[0, 1], [1, 0]])
    const [id] = at.comparisons as [string]
    const { exhibits: [a] } = at
    await at.call('face.mark', { id: a!.faces[0]!.id, role: 'Q' })
    await at.call('annotation.put', { comparison: id, annotation: { id: crypto.randomUUID(), kind: 'arrow', text: 'A scar', a: [{ x: 1, y: 2 }, { x: 3, y: 4 }], b: [{ x: 5, y: 6 }, { x: 7, y: 8 }] } })
    await at.call('checklist.set', { comparison: id, item: { component: 'nose', finding: 'similar', note: 'Broad bridge', cause: '' } })
    await at.call('conclusion.save', { comparison: id, after: 0, conclusion: { level: 'The findings are inconclusive', same: 'Same source', different: 'Different sources', rationale: 'Too little detail.' } })
    const steps: string[] = []
    const row = await at.call('report.create', { case: at.caseId, comparisons: null, language: 'en' }, { report: ({ step }) => steps.push(step) })
    expect(row).toMatchObject({ number: 1, state: 'draft', by: 'A. Examiner', signing: null, comparisons: [{ number: 1, version: 1 }, { number: 2, version: 1 }] })
    expect(row.files.map(({ name }) => name)).toEqual(['report.pdf', 'report.json', 'report.sha256'])
    const folder = folderOf(at, row)
    for (const { name, sha256, size } of row.files) {
      const bytes = readFileSync(join(folder, name))
      expect([name, createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([name, sha256, size])
      expect(statSync(join(folder, name)).mode & 0o222).toBe(0)
    }
    expect(readdirSync(folder).sort()).toEqual(['report.json', 'report.pdf', 'report.sha256'])
    expect(execFileSync('sha256sum', ['-c', 'report.sha256'], { cwd: folder, encoding: 'utf8' })).toBe('report.pdf: OK\nreport.json: OK\n')
    expect((await at.call('report.list', { case: at.caseId })).rows).toEqual([row])
    expect(steps).toContain('Verifying E-1')

    const report = jsonOf(at, row)
    const run = await at.call('run.get', { id: (await at.call('run.list', { comparison: id })).rows[0]!.id })
    const live = await at.call('comparison.explain', { id })
    expect(report.comparisons[0]).toMatchObject({
      label: 'C-1', a: { exhibit: 'E-1', face: 'Q-1' }, b: { exhibit: 'E-2', face: 'face 2 of E-2' }, run, runs: [{ number: 1 }],
      maps: { sha256: run.mapsSha256, asRecorded: true, arguments: [...live.arguments] }
    })
    expect(report.comparisons[0]!.checklist).toEqual((await at.call('checklist.get', { comparison: id })).items)
    expect(report.comparisons[0]!.annotations).toEqual((await at.call('annotation.list', { comparison: id })).rows)
    expect(report.comparisons[0]!.conclusions).toEqual((await at.call('conclusion.list', { comparison: id })).rows)
    expect(report.comparisons[0]!.limits.slice(0, run.record.wording.limits.length)).toEqual(run.record.wording.limits)
    expect(report.comparisons[0]!.limits.join()).toContain('1 of 19 components')
    expect(report.comparisons[1]!.limits.join()).toContain('No conclusion of the examiner is recorded')
    expect(report.exhibits.map(({ label, sha256, size }) => ({ label, sha256, size }))).toEqual(at.exhibits.map(({ number, sha256, size }) => ({ label: `E-${number}`, sha256, size })))
    const log = await at.call('library.audit', { case: at.caseId, newestFirst: false, limit: 500 })
    expect(report.audit!.verdict.ok).toBe(true)
    expect(report.audit!.rows).toEqual(log.rows.slice(0, report.audit!.rows.length))
    expect(log.rows.at(-1)).toMatchObject({ action: 'report.created', object: row.id })
  })
})
