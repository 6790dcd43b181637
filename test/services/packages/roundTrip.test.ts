import { copyFileSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCli } from '../../support/cli'
import { startEngine, startWorkstation } from '../support'
import { tamper } from '../tamper'
import { packCase, path, workedCase } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

it('a case goes from one library to another and on to a third, and stays what it was', async () => {
  const [here, there, third] = [await startWorkstation(engine), await startWorkstation(engine), await startWorkstation(engine)]
  const { id, comparisons } = await workedCase(here)
  await workedCase(here, 'other')
  const before = here.services.libraries.current().read.storedCase(id)
  const steps: string[] = []
  const file = await packCase(here, id)
  const inspection = await there.call('package.inspect', { source: path(file) }, { report: ({ step }) => void steps.push(step) })
  expect(inspection).toMatchObject({
    faults: [], signature: { state: 'none' }, log: { ok: true }, counts: { exhibits: 2, comparisons: 2, runs: 2, reports: 0 }, collision: { kind: 'none' },
    manifest: { whole: true, evidence: true, comparisons, maps: [{ asRecorded: true, missing: null }, { asRecorded: true, missing: null }] }
  })
  expect(steps).toContain('Verifying the package')
  const imported = await there.call('package.import', { source: path(file) })
  expect(imported).toEqual(await here.call('case.get', { id }))
  const after = there.services.libraries.current().read.storedCase(id)
  expect(after).toEqual(before)
  expect(await there.call('library.verifyEvidence', { case: id })).toMatchObject({ checked: 2, failed: [] })
  expect(await there.call('library.verifyAudit', {})).toMatchObject({ ok: true })
  expect(await there.call('library.verifyRecords', { case: id })).toMatchObject({ ok: true, differences: [], unbound: 0 })
  const { rows } = await there.call('library.audit', { case: id, newestFirst: false })
  expect(rows[0]).toMatchObject({ action: 'case.imported', details: { package: inspection.sha256, head: inspection.manifest.head, signature: { state: 'none' }, comparisons: 2 } })
  expect(await there.call('case.begin', { id })).toMatchObject({ evidence: { checked: 2, failed: [] } })
  expect((await there.call('comparison.explain', { id: comparisons[0]! })).mapsSha256).toBe(before.comparisons[0]!.runs[0]!.mapsSha256)

  await there.call('conclusion.save', { comparison: comparisons[0]!, after: 1, conclusion: { level: null, same: 'x', different: 'y', rationale: 'Seen again' } })
  const onward = await packCase(there, id)
  const again = await third.call('package.inspect', { source: path(onward) })
  expect(again.faults).toEqual([])
  await third.call('package.import', { source: path(onward) })
  expect(third.services.libraries.current().read.importedLogs(id).map(log => log.packageSha256)).toEqual([inspection.sha256, again.sha256])
  expect(third.services.libraries.current().read.storedCase(id).comparisons[0]!.conclusions).toHaveLength(2)
  expect(readdirSync(join(third.folder, 'library/evidence/incoming'))).toEqual([])
  expect(await third.call('library.verifyRecords', { case: id })).toMatchObject({ ok: true, differences: [], unbound: 0 })
  tamper(join(third.folder, 'library'), `UPDATE runs SET cosine = 0.5 WHERE id = '${before.comparisons[0]!.runs[0]!.id}'; UPDATE importedLogs SET rows = replace(rows, 'Bridge', 'Ridge')`)
  expect((await third.call('library.verifyRecords', { case: id })).differences.map(({ what }) => what)).toEqual(expect.arrayContaining(['log 1 of the package', 'run 1 of C-1', 'checklist of C-1, nose']))
})

it('collisions are told with what to do, and solved as asked', async () => {
  const at = await startWorkstation(engine)
  const { id, comparisons } = await workedCase(at)
  const file = await packCase(at, id)
  const source = path(file)
  expect((await at.call('package.inspect', { source })).collision).toMatchObject({ kind: 'same-case', case: id })
  await expect(at.call('package.import', { source })).rejects.toMatchObject({ kind: 'usage', code: 'package.collision' })
  await expect(at.call('package.import', { source, copy: true })).rejects.toMatchObject({ kind: 'usage', code: 'package.collision' })
  await expect(at.call('package.import', { source, copy: true, number: '2026-7' })).rejects.toMatchObject({ kind: 'usage', code: 'case.number-taken' })
  const copy = await at.call('package.import', { source, copy: true, number: '2026-7 copy' })
  expect(copy.id).not.toBe(id)
  const [original, copied] = [id, copy.id].map(which => at.services.libraries.current().read.storedCase(which))
  expect(copied!.comparisons.map(({ number, runs }) => [number, runs[0]!.cosine])).toEqual(original!.comparisons.map(({ number, runs }) => [number, runs[0]!.cosine]))
  expect(copied!.comparisons.map(comparison => comparison.id)).not.toContain(comparisons[0])
  const repacked = await packCase(at, copy.id)
  const other = await startWorkstation(engine)
  expect((await other.call('package.inspect', { source: path(repacked) })).faults).toEqual([])
  await other.call('case.create', { number: '2026-7', title: 'Another', purpose: 'x', examiner: 'y' })
  expect((await other.call('package.inspect', { source })).collision).toMatchObject({ kind: 'same-number' })
  await expect(other.call('package.import', { source })).rejects.toMatchObject({ code: 'package.collision' })
  expect(await other.call('package.import', { source, number: '2026-8' })).toMatchObject({ id, number: '2026-8' })
  expect((await at.call('library.verifyEvidence', { case: null })).failed).toEqual([])
  expect((await at.call('library.verifyRecords', { case: null })).differences).toEqual([])
  expect((await other.call('library.verifyRecords', { case: null })).differences).toEqual([])
})

it('a part holds its comparisons, their exhibits and no word of the others', async () => {
  const [here, there] = [await startWorkstation(engine), await startWorkstation(engine)]
  const { id, comparisons } = await workedCase(here)
  await here.call('report.create', { case: id, comparisons: [comparisons[1]!], language: 'en' })
  const file = await packCase(here, id, { comparisons: [comparisons[1]!] })
  const { manifest, faults, counts } = await there.call('package.inspect', { source: path(file) })
  expect(faults).toEqual([])
  expect([manifest.whole, manifest.comparisons, counts.comparisons, counts.reports]).toEqual([false, [comparisons[1]], 1, 0])
  await there.call('package.import', { source: path(file) })
  const log = there.services.libraries.current().read.importedLogs(id)[0]!.rows
  expect(log).not.toContain(comparisons[0])
  expect(log).not.toContain('"C-1"')
  expect((await there.call('library.verifyRecords', { case: id })).differences).toEqual([])
  // Packed on, it is still a part of what it was: the last numbers given are of the whole case.
  const onward = await packCase(there, id, { comparisons: [comparisons[1]!] })
  expect((await here.call('package.inspect', { source: path(onward) })).faults).toEqual([])
})

it('without photos: checked, and taken in where the library has them already', async () => {
  const [here, there] = [await startWorkstation(engine), await startWorkstation(engine)]
  const { id } = await workedCase(here)
  const file = await packCase(here, id, { evidence: false })
  const kept = join(there.folder, 'without.vidimus')
  renameSync(file, kept)
  expect((await there.call('package.inspect', { source: path(kept) })).manifest.evidence).toBe(false)
  await expect(there.call('package.import', { source: path(kept) })).rejects.toMatchObject({ kind: 'input', code: 'package.no-evidence' })
  copyFileSync(await packCase(here, id), join(there.folder, 'with.vidimus'))
  await there.call('package.import', { source: path(join(there.folder, 'with.vidimus')) })
  expect(await there.call('package.import', { source: path(kept), copy: true, number: 'second' })).toMatchObject({ number: 'second' })
})
