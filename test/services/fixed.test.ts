import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { CallInput, CallName } from '../../src/shared/ipc/contract'
import { filledCase, fivePoints, newRun } from '../cases/support'
import { startEngine, startWorkstation } from './support'

/** Never started: what is refused here is refused before the engine is asked. */
const engine = startEngine()

async function runCase() {
  const at = await startWorkstation(engine)
  const library = at.services.libraries.current()
  const filled = filledCase(library)
  await at.call('case.begin', { id: filled.id })
  library.write.addRun(filled.comparison.id, newRun(0.6))
  const annotation = { id: randomUUID(), kind: 'text' as const, text: 'x', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] }
  library.write.putAnnotation(filled.comparison.id, annotation)
  return { at, library, annotation, ...filled }
}
type Made = Awaited<ReturnType<typeof runCase>>
type Tried = { [N in CallName]: [N, CallInput<N>] }[CallName]

/** What changes a comparison or what it is made of. */
const changes = ({ comparison: { id }, annotation, faceA, exhibits }: Made): Tried[] => [
  ['comparison.run', { id }],
  ['comparison.setStage', { id, stage: 'evaluation' }],
  ['comparison.remove', { id, reason: 'A test' }],
  ['annotation.put', { comparison: id, annotation: { ...annotation, id: randomUUID() } }],
  ['annotation.remove', { id: annotation.id }],
  ['enhancement.set', { comparison: id, enhancement: { a: [{ kind: 'grey' }], b: [] } }],
  ['checklist.set', { comparison: id, item: { component: 'nose', finding: 'similar', note: '', cause: '' } }],
  ['conclusion.save', { comparison: id, after: 0, conclusion: { level: null, same: '', different: '', rationale: 'r' } }],
  ['opinion.begin', { comparison: id }],
  ['face.correct', { id: faceA.id, revision: faceA.revision, points: fivePoints() }],
  ['face.override', { id: faceA.id, reason: 'A test' }],
  ['face.mark', { id: faceA.id, role: 'Q' }],
  ['exhibit.remove', { id: exhibits[0]!.id, reason: 'A test' }],
  ['exhibit.analyse', { id: exhibits[0]!.id }]
]

/** What changes a case beside. */
const beside = ({ id, exhibits, faceA }: Made): Tried[] => [
  ['exhibit.import', { case: id, files: [{ kind: 'path', path: '/none' }] }],
  ['exhibit.update', { id: exhibits[0]!.id, revision: exhibits[0]!.revision, patch: { notes: 'new' } }],
  ['face.add', { exhibit: exhibits[0]!.id, points: fivePoints() }],
  ['comparison.create', { case: id, faceA: faceA.id, faceB: exhibits[1]!.faces[1]!.id }],
  ['case.setBlindFirst', { id, revision: 1, blindFirst: true, reason: 'A test' }]
]

const looks = ({ id, comparison }: Made): Tried[] => [
  ['case.get', { id }], ['comparison.get', { id: comparison.id }], ['run.list', { comparison: comparison.id }], ['checklist.get', { comparison: comparison.id }], ['conclusion.list', { comparison: comparison.id }], ['library.audit', { case: id }],
  ['library.verifyRecords', { case: id }], ['case.begin', { id }]
]

const refusals = async ({ at }: Made, tried: readonly Tried[]): Promise<string[]> => {
  const codes: string[] = []
  for (const [name, input] of tried) codes.push(await at.call(name, input as never).then(() => `${name}: done`, (error: { code: string; kind: string }) => `${name}: ${error.kind} ${error.code}`))
  return codes
}

it.each(['closed', 'archived'] as const)('a case that is %s is looked at and not changed, until it is opened again', async status => {
  const made = await runCase()
  const { at, id } = made
  const { revision } = await at.call('case.update', { id, revision: 1, patch: { status } })
  const tried = [...changes(made), ...beside(made)]
  const rows = made.library.read.auditLength()
  expect(await refusals(made, tried)).toEqual(tried.map(([name]) => `${name}: usage case.closed`))
  expect(await refusals(made, [['case.update', { id, revision, patch: { title: 'New' } }]])).toEqual(['case.update: usage case.closed'])
  expect(made.library.read.auditLength()).toBe(rows)
  expect(await refusals(made, looks(made))).toEqual(looks(made).map(([name]) => `${name}: done`))
  await at.call('case.update', { id, revision, patch: { status: 'open' } })
  await at.call('checklist.set', { comparison: made.comparison.id, item: { component: 'nose', finding: 'similar', note: '', cause: '' } })
})

it('a signed comparison is not changed, nor what it is made of, until it is amended', async () => {
  const made = await runCase()
  const { at, id, library, comparison } = made
  const signing = { signer: 'A', laboratory: 'L', fingerprint: 'e'.repeat(64), at: new Date().toISOString() }
  const report = { id: randomUUID(), case: id, created: signing.at, by: 'A', state: 'signed' as const, language: 'en' as const, comparisons: [{ id: comparison.id, number: 1, version: 1 }], pages: 1, files: [], signing }
  const seen = library.read.auditLength()
  library.write.setStage(comparison.id, 'comparison')
  expect(() => library.write.addReport({ ...report, seen })).toThrow(expect.objectContaining({ kind: 'usage', code: 'report.stale' }))
  expect([library.read.comparison(comparison.id).locked, library.read.reports({ case: id, offset: 0, limit: 9 }).total]).toEqual([null, 0])
  library.write.addReport({ ...report, seen: library.read.auditLength() })
  expect(await at.call('comparison.get', { id: comparison.id })).toMatchObject({ version: 1, locked: { by: 'A', report: report.id, number: 1 } })

  const tried = changes(made)
  const rows = library.read.auditLength()
  expect(await refusals(made, tried)).toEqual(tried.map(([name]) => `${name}: usage comparison.locked`))
  expect(library.read.auditLength()).toBe(rows)
  expect(() => library.write.addRun(comparison.id, newRun(0.9))).toThrow(/signed in report R-1.*amend it/)
  expect(await refusals(made, looks(made))).toEqual(looks(made).map(([name]) => `${name}: done`))

  const { id: other } = await at.call('comparison.create', { case: id, faceA: made.exhibits[0]!.faces[1]!.id, faceB: made.exhibits[1]!.faces[1]!.id })
  await expect(at.call('comparison.amend', { id: other, reason: 'A test' })).rejects.toMatchObject({ kind: 'usage', code: 'comparison.unlocked' })
  expect(await at.call('comparison.amend', { id: comparison.id, reason: 'A better photo' })).toMatchObject({ version: 2, locked: null })
  expect((await at.call('library.audit', { case: id, limit: 1 })).rows[0]).toMatchObject({ action: 'comparison.amended', details: { number: 'C-1', version: 2, reason: 'A better photo', report: 'R-1' } })
  await at.call('checklist.set', { comparison: comparison.id, item: { component: 'nose', finding: 'similar', note: '', cause: '' } })
  expect(() => library.write.addReport({ ...report, id: randomUUID(), seen: library.read.auditLength() })).toThrow(/C-1 is at version 2/)
})

it('a run is not kept where the comparison was taken out meanwhile', async () => {
  const { library, comparison } = await runCase()
  library.write.removeComparison(comparison.id, 'Wrong face')
  expect(() => library.write.addRun(comparison.id, newRun(0.9))).toThrow(expect.objectContaining({ code: 'comparison.removed' }))
})

it('a reason to use a face in spite of its quality does not outlive the points that it was given for', async () => {
  const { library, faceA } = await runCase()
  library.write.overrideFace(faceA.id, 'The only picture')
  const { override } = library.write.correctFace(faceA.id, library.read.face(faceA.id).revision, fivePoints(3), null)
  expect(override).toBeNull()
  expect(library.read.audit({ case: null, newestFirst: true, offset: 0, limit: 1 }).rows[0]).toMatchObject({ action: 'face.override-withdrawn', details: { because: 'points', reason: 'The only picture' } })
})
