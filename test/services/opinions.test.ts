import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { COMPONENTS } from '../../src/shared/domain/checklist'
import { calls, type CallName } from '../../src/shared/ipc/contract'
import { libraryPaths } from '../../src/main/cases/paths'
import { createHandlers } from '../../src/main/services/handlers'
import { readContent } from '../../src/main/services/reports/content'
import { ClientSession } from '../../src/main/services/session'
import { filledCase, newRun } from '../cases/support'
import { GHOST, samples } from '../support/conformance/samples'
import { startEngine, startWorkstation, type Workstation } from './support'

/** Never started: nothing here gets as far as the engine. */
const engine = startEngine()

const FIRST = 'Ada First'
const SECOND = 'Bo Second'
/** The score and the first examiner's words: nothing of it may reach who forms a second opinion. */
const SECRETS = ['0.612345', 'CANARY', 'moderate support']
const conclusion = { level: 'moderate support', same: 'CANARY-same', different: 'CANARY-different', rationale: 'CANARY-rationale' }
const own = { level: 'no support', same: 'H1', different: 'H2', rationale: 'Of my own' }

const as = (at: Workstation, examiner: string) => at.call('settings.set', { patch: { examiner } })

async function assessAll(at: Workstation, comparison: string): Promise<void> {
  for (const component of COMPONENTS) await at.call('checklist.set', { comparison, item: { component, finding: 'similar', note: 'CANARY-note', cause: '' } })
}

/** A case examined by the first examiner, run and concluded; the second one is at the screen. */
async function concludedCase() {
  const at = await startWorkstation(engine)
  await as(at, FIRST)
  const library = at.services.libraries.current()
  const { id, comparison, exhibits } = filledCase(library)
  await at.call('case.begin', { id })
  const other = library.write.createComparison(id, exhibits[0]!.faces[1]!.id, exhibits[1]!.faces[1]!.id)
  library.write.addRun(other.id, newRun(0.3))
  const run = library.write.addRun(comparison.id, newRun(0.6123456))
  await assessAll(at, comparison.id)
  const annotation = await at.call('annotation.put', { comparison: comparison.id, annotation: { id: randomUUID(), kind: 'text', text: 'CANARY-mark', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] } })
  await at.call('conclusion.save', { comparison: comparison.id, after: 0, conclusion })
  const sha256 = 'e'.repeat(64)
  const report = library.write.addReport({
    id: randomUUID(), case: id, created: new Date().toISOString(), by: FIRST, state: 'draft', language: 'en', comparisons: [{ id: comparison.id, number: 1, version: 1 }], pages: 1, files: [{ name: 'report.pdf', sha256, size: 1 }], signing: null,
    seen: library.read.auditLength()
  })
  library.write.note({ action: 'claim.overridden', case: id, object: report.id, details: { where: 'Conclusion of C-1, rationale', sentence: 'CANARY-rationale' }, looking: true })
  await as(at, SECOND)
  return { at, id, comparison: comparison.id, other: other.id, run: run.id, annotation: annotation.id, report: report.id, face: exhibits[0]!.faces[0]!.id, exhibit: exhibits[0]!.id }
}

/** Calls that end the state in question, or begin long work of another kind. */
const NOT_TRIED: readonly CallName[] = [
  'job.cancel', 'engine.selfTest', 'library.open', 'library.close', 'settings.set', 'case.createSample', 'case.end', 'opinion.lock', 'opinion.withdraw', 'key.create', 'key.restore', 'key.retire', 'case.update', 'exhibit.analyse'
]

/** The answers to every call, about every object that there is. */
async function everyAnswer(at: Workstation, ids: readonly string[], names: readonly CallName[]): Promise<{ name: string; answer: string }[]> {
  const session = new ClientSession(createHandlers(at.services), at.services.events, () => undefined)
  const answers: { name: string; answer: string }[] = []
  for (const name of names)
    for (const id of ids) {
      const input: unknown = JSON.parse(JSON.stringify(samples(at.folder)[name]).replaceAll(GHOST, id))
      answers.push({ name, answer: JSON.stringify(await session.invoke({ name, input })) })
    }
  session.close()
  return answers
}

it('nothing of what is withheld leaves by any call while a second opinion is formed, and all of it is there afterwards', async () => {
  const { at, ...ids } = await concludedCase()
  const opinion = await at.call('opinion.begin', { comparison: ids.comparison })
  await at.call('opinion.set', { id: opinion.id, item: { component: 'nose', finding: 'different', note: 'Mine', cause: '' }, conclusion: own })
  const tried = (Object.keys(calls) as CallName[]).filter(name => !NOT_TRIED.includes(name))
  const answers = await everyAnswer(at, [...Object.values(ids), opinion.id], tried)
  for (const { name, answer } of answers) for (const secret of SECRETS) expect([name, answer.includes(secret)], answer.slice(0, 300)).toEqual([name, false])

  for (const [name, input] of [
    ['comparison.run', { id: ids.comparison }], ['comparison.explain', { id: ids.comparison }], ['run.list', { comparison: ids.comparison }], ['run.get', { id: ids.run }], ['checklist.get', { comparison: ids.comparison }],
    ['checklist.set', { comparison: ids.comparison, item: { component: 'nose', finding: null, note: '', cause: '' } }], ['conclusion.list', { comparison: ids.comparison }], ['conclusion.save', { comparison: ids.comparison, after: 1, conclusion: own }],
    ['annotation.remove', { id: ids.annotation }], ['report.check', { case: ids.id, comparisons: null, language: 'en' }], ['report.create', { case: ids.id, comparisons: [ids.comparison], language: 'en' }],
    ['report.deliver', { id: ids.report, file: 'report.pdf' }], ['report.csv', { case: ids.id }],
    ['package.export', { case: ids.id, comparisons: null, evidence: false }]
  ] as const)
    await expect(at.call(name, input as never), name).rejects.toMatchObject({ kind: 'usage', code: 'comparison.blind', message: expect.stringContaining('C-1') as string })

  const { rows, rowsWithheld } = readContent(at.services.libraries.current(), ids.id, [ids.other], 'en', new Date().toISOString())
  expect(rowsWithheld).toBeGreaterThan(20)
  for (const secret of SECRETS) expect(JSON.stringify(rows)).not.toContain(secret)

  await at.call('opinion.withdraw', { id: opinion.id, reason: 'Ill' })
  expect((await at.call('conclusion.list', { comparison: ids.comparison })).rows[0]).toMatchObject(conclusion)
  expect((await at.call('run.get', { id: ids.run })).cosine).toBe(0.6123456)
  expect(await at.call('opinion.sight', { comparison: ids.comparison })).toMatchObject({ blind: false, forming: null, opinions: [{ id: opinion.id, withdrawn: { reason: 'Ill' } }], maySecond: { allowed: false } })
}, 120_000)

/** A report about one comparison, with the log of the whole case in it, as every report has. */
function oldReport(at: Workstation, id: string, comparison: string, number: number): string {
  const library = at.services.libraries.current()
  const report = randomUUID()
  const text = JSON.stringify(library.read.audit({ case: id, newestFirst: false, offset: 0, limit: 200 }).rows)
  const folder = join(libraryPaths(library.folder).reports, report)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.json'), text)
  library.write.addReport({
    id: report, case: id, created: new Date().toISOString(), by: FIRST, state: 'draft', language: 'en', comparisons: [{ id: comparison, number, version: 1 }], pages: 1,
    files: [{ name: 'report.json', sha256: createHash('sha256').update(text).digest('hex'), size: Buffer.byteLength(text) }], signing: null, seen: library.read.auditLength()
  })
  return report
}

it('an older report and a package of another comparison hold the log of the case, and are not handed out meanwhile', async () => {
  const { at, id, comparison, other } = await concludedCase()
  const report = oldReport(at, id, other, 2)
  const opinion = await at.call('opinion.begin', { comparison })
  for (const [name, input] of [['report.deliver', { id: report, file: 'report.json' }], ['package.export', { case: id, comparisons: [other], evidence: false }]] as const)
    await expect(at.call(name, input as never), name).rejects.toMatchObject({ kind: 'usage', code: 'comparison.blind' })
  expect(readdirSync(at.delivered)).toEqual([])
  await at.call('opinion.withdraw', { id: opinion.id, reason: 'Ill' })
  expect(await at.call('report.deliver', { id: report, file: 'report.json' })).toMatchObject({ kind: 'saved' })
})

it('the same two faces the other way round are withheld alike, whether compared before or meanwhile', async () => {
  const { at, id, comparison, ...ids } = await concludedCase()
  const { faceA, faceB } = await at.call('comparison.get', { id: comparison })
  await as(at, FIRST)
  const library = at.services.libraries.current()
  const swapped = library.write.createComparison(id, faceB, faceA)
  const { id: run } = library.write.addRun(swapped.id, newRun(0.6123456))
  await at.call('conclusion.save', { comparison: swapped.id, after: 0, conclusion })
  await as(at, SECOND)
  const opinion = await at.call('opinion.begin', { comparison })
  const tried = (Object.keys(calls) as CallName[]).filter(name => !NOT_TRIED.includes(name) && name !== 'comparison.remove')
  for (const { name, answer } of await everyAnswer(at, [id, comparison, swapped.id, run, ids.run], tried)) for (const secret of SECRETS) expect([name, answer.includes(secret)], answer.slice(0, 300)).toEqual([name, false])
  expect(await at.call('comparison.get', { id: swapped.id })).toMatchObject({ blind: true, run: null, runs: 0, conclusion: null, checklist: 0 })
  expect(await at.call('opinion.sight', { comparison: swapped.id })).toMatchObject({ blind: true, forming: null, opinions: [], reason: expect.stringContaining('C-1, which compares the same two faces as C-3') as string })
  await expect(at.call('opinion.lock', { comparison: swapped.id })).rejects.toMatchObject({ code: 'opinion.none' })

  await as(at, FIRST)
  await at.call('comparison.remove', { id: swapped.id, reason: 'Twice' })
  await as(at, SECOND)
  const made = await at.call('comparison.create', { case: id, faceA: faceB, faceB: faceA })
  expect(made).toMatchObject({ blind: true })
  for (const target of [made.id, swapped.id])
    for (const name of ['comparison.run', 'comparison.explain'] as const) await expect(at.call(name, { id: target }), name).rejects.toMatchObject({ code: 'comparison.blind' })
  await at.call('opinion.withdraw', { id: opinion.id, reason: 'Ill' })
  expect((await at.call('run.get', { id: run })).cosine).toBe(0.6123456)
}, 120_000)

it('who worked on the same two faces the other way round is not independent', async () => {
  const { at, id, comparison } = await concludedCase()
  const { faceA, faceB } = await at.call('comparison.get', { id: comparison })
  const library = at.services.libraries.current()
  library.write.addRun(library.write.createComparison(id, faceB, faceA).id, newRun(0.6123456))
  await expect(at.call('opinion.begin', { comparison })).rejects.toMatchObject({ code: 'opinion.not-independent', message: expect.stringContaining('worked on C-3, which compares the same two faces') as string })
})

it('in a blind-first case both orders of two faces wait for the first opinions on both', async () => {
  const at = await startWorkstation(engine)
  await as(at, FIRST)
  const library = at.services.libraries.current()
  const { id, comparison, faceA, faceB } = filledCase(library)
  const { revision } = await at.call('case.get', { id })
  await at.call('case.setBlindFirst', { id, revision, blindFirst: true, reason: 'House rule' })
  await at.call('case.begin', { id })
  const swapped = await at.call('comparison.create', { case: id, faceA: faceB.id, faceB: faceA.id })
  await assessAll(at, swapped.id)
  await at.call('conclusion.save', { comparison: swapped.id, after: 0, conclusion })
  await at.call('opinion.lock', { comparison: swapped.id })
  for (const target of [swapped.id, comparison.id]) await expect(at.call('comparison.run', { id: target })).rejects.toMatchObject({ code: 'comparison.blind', message: expect.stringContaining('every comparison of these two faces') as string })
  await assessAll(at, comparison.id)
  await at.call('conclusion.save', { comparison: comparison.id, after: 0, conclusion })
  expect(await at.call('opinion.lock', { comparison: comparison.id })).toMatchObject({ blind: false })
  library.write.addRun(swapped.id, newRun(0.6123456))
  expect(await at.call('comparison.get', { id: swapped.id })).toMatchObject({ blind: false, runs: 1 })
  await at.call('comparison.remove', { id: comparison.id, reason: 'Twice' })
  const late = await at.call('comparison.create', { case: id, faceA: faceA.id, faceB: faceB.id })
  expect(late).toMatchObject({ blind: false })
  await expect(at.call('opinion.lock', { comparison: late.id })).rejects.toMatchObject({ code: 'opinion.none' })
})

it('neither the order by score nor the filter by decision tells what is withheld; the same name in other letters is the same person', async () => {
  const { at, id, comparison, other } = await concludedCase()
  const order = async (descending: boolean) => (await at.call('comparison.list', { case: id, sort: 'cosine', descending })).rows.map(row => row.id)
  expect([await order(true), await order(false)]).toEqual([[comparison, other], [other, comparison]])
  await at.call('opinion.begin', { comparison })
  await as(at, ` bO SECOND `)
  expect([await order(true), await order(false)]).toEqual([[other, comparison], [other, comparison]])
  expect(await at.call('comparison.list', { case: id, decision: 'match' })).toMatchObject({ total: 1, rows: [{ id: other }] })
  expect(await at.call('comparison.list', { case: null, decision: 'match' })).toMatchObject({ total: 1 })
  expect(await at.call('comparison.get', { id: comparison })).toMatchObject({ blind: true, run: null, runs: 0, conclusion: null, checklist: 0 })
  expect((await at.call('library.search', { text: 'CANARY' })).hits).toEqual([])
  const rows = (await at.call('library.audit', { case: id, limit: 100 })).rows.filter(({ action }) => action === 'comparison.run')
  expect(rows.map(({ details }) => Object.keys(details))).toEqual([['withheld'], expect.arrayContaining(['cosine'])])
  await as(at, FIRST)
  expect([await order(true), (await at.call('library.search', { text: 'CANARY' })).hits.length > 0]).toEqual([[comparison, other], true])
  expect(await at.call('comparison.get', { id: comparison })).toMatchObject({ blind: false, runs: 1, conclusion: conclusion.level })
})

it('a second opinion is locked only when it is complete, then kept, shown beside the first and in the log', async () => {
  const { at, id, comparison } = await concludedCase()
  const { id: opinion } = await at.call('opinion.begin', { comparison })
  expect(await at.call('opinion.sight', { comparison })).toMatchObject({ blind: true, forming: { id: opinion, role: 'second', by: SECOND }, opinions: [], maySecond: { allowed: false } })
  await expect(at.call('opinion.begin', { comparison })).rejects.toMatchObject({ code: 'opinion.not-independent' })
  await expect(at.call('opinion.lock', { comparison })).rejects.toMatchObject({ kind: 'usage', code: 'opinion.incomplete', message: expect.stringMatching(/19 of 19 components.*skin.*no level.*no rationale/) as string })
  for (const component of COMPONENTS) await at.call('opinion.set', { id: opinion, item: { component, finding: 'inconclusive', note: '', cause: '' } })
  await at.call('opinion.set', { id: opinion, conclusion: own })
  expect(at.services.libraries.current().read.audit({ case: id, newestFirst: true, offset: 0, limit: 1 }).rows[0]!.action).toBe('opinion.begun')

  await as(at, FIRST)
  expect((await at.call('opinion.sight', { comparison })).opinions).toEqual([])
  await expect(at.call('opinion.set', { id: opinion, conclusion: own })).rejects.toMatchObject({ code: 'opinion.other-examiner' })
  await expect(at.call('opinion.withdraw', { id: opinion, reason: 'no' })).rejects.toMatchObject({ code: 'opinion.other-examiner' })
  expect((await at.call('conclusion.list', { comparison })).rows).toHaveLength(1)

  await as(at, SECOND)
  const sight = await at.call('opinion.lock', { comparison })
  expect(sight).toMatchObject({ blind: false, forming: null, opinions: [{ id: opinion, conclusion: own, locked: expect.any(String) as string, scale: (await at.call('settings.get', {})).scale }] })
  expect((await at.call('library.audit', { case: id, limit: 1 })).rows[0]).toMatchObject({ action: 'opinion.locked', object: opinion, details: { comparison: 'C-1', role: 'second', conclusion: own } })
  await expect(at.call('opinion.set', { id: opinion, conclusion: own })).rejects.toMatchObject({ code: 'opinion.locked' })
  expect(await at.call('library.verifyRecords', { case: id })).toMatchObject({ ok: true, differences: [] })
})

it.each([
  ['an unnamed examiner', '', /Nobody is named/],
  ['who concluded', ` ada FIRST`, /worked on C-1 already/]
])('%s may form no second opinion', async (_who, examiner, reason) => {
  const { at, comparison } = await concludedCase()
  await as(at, examiner)
  expect((await at.call('opinion.sight', { comparison })).maySecond).toEqual({ allowed: false, reason: expect.stringMatching(reason) as string })
  await expect(at.call('opinion.begin', { comparison })).rejects.toMatchObject({ kind: 'usage', code: 'opinion.not-independent', message: expect.stringMatching(reason) as string })
})

it('who assessed something that another examiner assessed again is not independent; without a conclusion there is no second opinion', async () => {
  const { at, id, comparison, other } = await concludedCase()
  await expect(at.call('opinion.begin', { comparison: other })).rejects.toMatchObject({ code: 'opinion.not-independent', message: expect.stringContaining('no first conclusion') as string })
  await at.call('checklist.set', { comparison, item: { component: 'nose', finding: 'different', note: '', cause: '' } })
  await as(at, FIRST)
  await at.call('checklist.set', { comparison, item: { component: 'nose', finding: 'similar', note: '', cause: '' } })
  await as(at, SECOND)
  expect((await at.call('opinion.sight', { comparison })).maySecond).toMatchObject({ allowed: false })
  expect((await at.call('case.get', { id })).blindFirst).toBe(false)
})

it('in a blind-first case nothing is scored before the first opinion is locked, and that stays as it was', async () => {
  const at = await startWorkstation(engine)
  await as(at, FIRST)
  const library = at.services.libraries.current()
  const { id, comparison: { id: comparison } } = filledCase(library)
  const { revision } = await at.call('case.get', { id })
  expect(await at.call('case.setBlindFirst', { id, revision, blindFirst: true, reason: 'House rule' })).toMatchObject({ blindFirst: true })
  await at.call('case.begin', { id })
  expect(await at.call('comparison.get', { id: comparison })).toMatchObject({ blind: true, run: null })
  expect(await at.call('opinion.sight', { comparison })).toMatchObject({ blind: true, reason: expect.stringContaining('C-1') as string, forming: null, maySecond: { allowed: false } })
  for (const [name, input] of [['comparison.run', { id: comparison }], ['comparison.explain', { id: comparison }], ['run.list', { comparison }]] as const)
    await expect(at.call(name, input as never), name).rejects.toMatchObject({ kind: 'usage', code: 'comparison.blind' })

  await at.call('checklist.set', { comparison, item: { component: 'nose', finding: 'similar', note: '', cause: '' } })
  await expect(at.call('opinion.lock', { comparison })).rejects.toMatchObject({ code: 'opinion.incomplete', detail: { missing: [expect.stringMatching(/18 of 19/) as string, expect.stringContaining('level') as string, expect.stringContaining('rationale') as string] } })
  await assessAll(at, comparison)
  await at.call('conclusion.save', { comparison, after: 0, conclusion })
  await as(at, SECOND)
  await expect(at.call('opinion.lock', { comparison })).rejects.toMatchObject({ code: 'opinion.other-examiner' })
  await as(at, FIRST)
  const { opinions, blind } = await at.call('opinion.lock', { comparison })
  expect([blind, opinions]).toMatchObject([false, [{ role: 'first', by: FIRST, conclusion, checklist: expect.arrayContaining([expect.objectContaining({ component: 'skin', note: 'CANARY-note' })]) as unknown[] }]])
  await expect(at.call('opinion.lock', { comparison })).rejects.toMatchObject({ code: 'opinion.none' })

  library.write.addRun(comparison, newRun(0.6123456))
  expect(await at.call('comparison.get', { id: comparison })).toMatchObject({ blind: false, runs: 1 })
  await at.call('conclusion.save', { comparison, after: 1, conclusion: own })
  expect((await at.call('opinion.sight', { comparison })).opinions[0]).toMatchObject({ conclusion })
  const now = await at.call('case.get', { id })
  await at.call('case.setBlindFirst', { id, revision: now.revision, blindFirst: false, reason: 'Urgent' })
  await expect(at.call('case.setBlindFirst', { id, revision: now.revision + 1, blindFirst: true, reason: 'Again' })).rejects.toMatchObject({ kind: 'usage', code: 'case.has-runs' })
  const actions = (await at.call('library.audit', { case: id, limit: 200 })).rows.map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['case.blind-first-on', 'opinion.locked', 'case.blind-first-off']))
  expect(await at.call('library.verifyRecords', { case: id })).toMatchObject({ ok: true, differences: [] })
})
