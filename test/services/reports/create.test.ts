import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidencePath } from '../../../src/main/evidence/evidenceStore'
import { verify } from '../../../src/main/evidence/signature'
import { createHandlers } from '../../../src/main/services/handlers'
import type { Report } from '../../../src/shared/domain/report'
import { buildCli } from '../../support/cli'
import { flatText, noPoppler } from '../../support/poppler'
import { startEngine } from '../support'
import { atEndOfFile, deskWith, folderOf, jsonOf, reportsIn, type Desk } from './support'

const engine = startEngine()
const atEnd = atEndOfFile()
let at: Desk
beforeAll(buildCli)
afterAll(() => engine.close())

describe('a report', () => {
  it('is kept with its files, their hashes and the values of the library', async () => {
    at = await deskWith(engine, [[0, 1], [1, 0]], atEnd)
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

  it('prints the numbers of its JSON', async context => {
    if (noPoppler !== null) context.skip(noPoppler)
    const [row] = (await at.call('report.list', { case: at.caseId })).rows
    const report = jsonOf(at, row!)
    const text = flatText(join(folderOf(at, row!), 'report.pdf'))
    const four = (value: number): string => value.toFixed(4)
    for (const { run, label, runs, maps } of report.comparisons) {
      const { cosine, threshold, record } = run!
      const facts = [label, four(cosine), four(threshold), four(record.distance), record.wording.statement, String(record.arguments.positive), String(record.arguments.negative), ...runs.map(one => four(one.cosine))]
      const { positiveSum, negativeSum, strongest } = record.arguments
      const parts = [positiveSum, negativeSum, ...[...strongest.positive, ...strongest.negative].map(({ value }) => value)].map(four)
      const shares = [...maps!.regions.a, ...maps!.regions.b].map(({ share }) => (share * 100).toFixed(1))
      for (const fact of [...facts, ...parts, ...shares]) expect(plain(text), fact).toContain(plain(fact))
    }
    const bare = text.replaceAll(' ', '')
    for (const hash of [...report.exhibits.map(({ sha256 }) => sha256), report.comparisons[0]!.run!.modelSha256, report.comparisons[0]!.maps!.sha256, report.audit!.verdict.head!]) expect(bare, hash).toContain(hash)
    for (const words of ['A scar', 'Broad bridge', 'Too little detail.', 'The findings are inconclusive', 'A. Examiner', 'Laboratory of the Test', 'A till camera', 'DRAFT', '2025-1']) expect(text, words).toContain(words)
  })

  it('says the same again of the same state, but for the fields that may differ', async () => {
    const make = async (): Promise<Report> => jsonOf(at, await at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'de' }))
    const [one, other] = [await make(), await make()]
    expect(one.id).not.toBe(other.id)
    expect(unchanging(one)).toEqual(unchanging(other))
    expect(other.audit!.rows.slice(0, one.audit!.rows.length)).toEqual(one.audit!.rows)
    expect(one.limits.join()).toContain('1 der 2 Vergleiche')
    expect(one.comparisons[0]!.b.face).toBe('Gesicht 2 von E-2')
  })

  it('is told of before it is made: gaps, blocks and claims', async () => {
    const [first, second] = at.comparisons as [string, string]
    await at.call('conclusion.save', { comparison: second, after: 0, conclusion: { level: null, same: '', different: '', rationale: 'The score proves that they are the same person.' } })
    const check = await at.call('report.check', { case: at.caseId, comparisons: null, language: 'en' })
    expect(check.blocks).toEqual([])
    expect(check.gaps).toContain('C-1: The checklist is not complete: 1 of 19 components were assessed.')
    expect(check.claims).toMatchObject([{ where: 'Conclusion of C-2, rationale', rule: 'identification' }])
    await expect(at.call('report.create', { case: at.caseId, comparisons: null, language: 'en' })).rejects.toMatchObject({ kind: 'usage', code: 'report.claims', detail: { claims: check.claims } })
    await at.call('report.create', { case: at.caseId, comparisons: [first], language: 'en' })
    const overrides = check.claims.map(({ key }) => ({ key, reason: 'The words of the request.' }))
    const row = await at.call('report.create', { case: at.caseId, comparisons: null, language: 'en', overrides })
    expect(jsonOf(at, row).claims).toMatchObject([{ key: check.claims[0]!.key, reason: 'The words of the request.', by: 'A. Examiner' }])
    const { rows } = await at.call('library.audit', { case: at.caseId })
    expect(rows[0]).toMatchObject({ action: 'claim.overridden', object: row.id, details: { reason: 'The words of the request.' } })
  })

  it('leaves nothing where it is cancelled, wherever that is', async () => {
    const before = reportsIn(at)
    // The handler itself: a session passes on no step that is over too soon.
    const create = createHandlers(at.services)['report.create']
    const request = { case: at.caseId, comparisons: at.comparisons.slice(0, 2), language: 'en' as const, overrides: await overridesNow(at), sign: null }
    for (const step of [/^Verifying/, /^Computing C-2/, /^Drawing E-1/, /^Setting/]) {
      const controller = new AbortController()
      const made = create(request, { signal: controller.signal, report: progress => step.test(progress.step) && controller.abort() })
      await expect(made, String(step)).rejects.toMatchObject({ kind: 'cancelled' })
      expect(reportsIn(at), String(step)).toEqual(before)
    }
    expect(existsSync(join(at.folder, 'outgoing')) ? readdirSync(join(at.folder, 'outgoing')) : []).toEqual([])
  })

  it('signed, is checked with its signature and locks what it says', async () => {
    await expect(at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'en', sign: { passphrase: 'a passphrase' } })).rejects.toMatchObject({ code: 'key.none' })
    const { fingerprint } = await at.call('key.create', { laboratory: 'Laboratory of the Test', passphrase: 'a long passphrase' })
    const before = reportsIn(at)
    await expect(at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'en', sign: { passphrase: 'a wrong passphrase' } })).rejects.toMatchObject({ code: 'key.passphrase' })
    expect(reportsIn(at)).toEqual(before)
    const row = await at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'en', sign: { passphrase: 'a long passphrase' } })
    expect(row).toMatchObject({ state: 'signed', signing: { signer: 'A. Examiner', laboratory: 'Laboratory of the Test', fingerprint } })
    expect(row.files.map(({ name }) => name)).toEqual(['report.pdf', 'report.json', 'report.sha256', 'signature.json'])
    expect(jsonOf(at, row)).toMatchObject({ state: 'signed', signing: row.signing })
    const folder = folderOf(at, row)
    const hashOf = (name: string): string => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')
    expect(await verify(readFileSync(join(folder, 'signature.json'), 'utf8'), hashOf, [fingerprint])).toMatchObject({ state: 'valid', signer: 'A. Examiner' })
    expect(await at.call('comparison.get', { id: at.comparisons[0]! })).toMatchObject({ locked: { report: row.id, number: row.number } })
    expect(await at.call('comparison.get', { id: at.comparisons[1]! })).toMatchObject({ locked: null })
    await at.call('comparison.amend', { id: at.comparisons[0]!, reason: 'A better photo came in.' })
    const draft = await at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'en' })
    expect(jsonOf(at, draft).comparisons[0]).toMatchObject({ version: 2, amendments: [{ version: 2, by: 'A. Examiner', reason: 'A better photo came in.' }] })
  })

  it('is handed out as it was made, or not at all', async () => {
    const [row] = (await at.call('report.list', { case: at.caseId })).rows
    const delivery = await at.call('report.deliver', { id: row!.id, file: 'report.json' })
    expect(delivery).toEqual({ kind: 'saved', path: join(at.delivered, 'report.json') })
    expect(readFileSync(join(at.delivered, 'report.json')).equals(readFileSync(join(folderOf(at, row!), 'report.json')))).toBe(true)
    for (const file of ['../../library.sqlite', 'library.sqlite', 'report.pdf/../report.json']) await expect(at.call('report.deliver', { id: row!.id, file })).rejects.toMatchObject({ code: 'report.no-file' })
    const path = join(folderOf(at, row!), 'report.pdf')
    const bytes = readFileSync(path)
    chmodSync(path, 0o644)
    bytes[1000]! ^= 1
    writeFileSync(path, bytes)
    await expect(at.call('report.deliver', { id: row!.id, file: 'report.pdf' })).rejects.toMatchObject({ kind: 'input', code: 'report.changed' })
    expect((await at.call('library.audit', { case: at.caseId })).rows[0]).toMatchObject({ action: 'report.changed', details: { file: 'report.pdf' } })
  })

  it('is not made of evidence that is not as it came in', async () => {
    const [, b] = at.exhibits
    const path = evidencePath(join(at.folder, 'library'), b!.sha256)
    const original = readFileSync(path)
    chmodSync(path, 0o644)
    const changed = Buffer.from(original)
    changed[changed.length - 100]! ^= 1
    writeFileSync(path, changed)
    const before = reportsIn(at)
    const request = { case: at.caseId, comparisons: [at.comparisons[0]!], language: 'en' as const }
    await expect(at.call('report.create', request)).rejects.toMatchObject({ kind: 'usage', code: 'report.blocked', message: expect.stringContaining('E-2 "sample6.jpg"') as string })
    expect(reportsIn(at)).toEqual(before)
    expect((await at.call('exhibit.get', { id: b!.id })).evidence.state).toBe('failed')
    expect((await at.call('report.check', request)).blocks.join()).toContain('E-2 "sample6.jpg"')
    writeFileSync(path, original.subarray(0, 1000))
    expect((await at.call('report.check', request)).blocks.join()).toContain('1000 bytes')
    writeFileSync(path, original)
    expect((await at.call('report.check', request)).blocks).toEqual([])
    expect(jsonOf(at, await at.call('report.create', request)).limits.join()).toMatch(/E-2 failed a verification of its bytes earlier/)
  })

  it('is not made of what was taken out', async () => {
    await at.call('comparison.remove', { id: at.comparisons[1]!, reason: 'Wrong face' })
    const check = await at.call('report.check', { case: at.caseId, comparisons: [at.comparisons[1]!], language: 'en' })
    expect(check.blocks).toEqual(['C-2 was taken out of the case (Wrong face): put it back, or leave it out of the report.'])
    await expect(at.call('report.create', { case: at.caseId, comparisons: [at.comparisons[1]!], language: 'en' })).rejects.toMatchObject({ code: 'report.blocked' })
  })
})

const overridesNow = async (desk: Desk) => (await desk.call('report.check', { case: desk.caseId, comparisons: null, language: 'en' })).claims.map(({ key }) => ({ key, reason: 'A test' }))

/** Whatever a minus is set as. */
const plain = (text: string): string => text.replaceAll(/[\u2212\u2010\u2011]/g, '-')

/** Without the fields that docs/report.md says may differ. */
const unchanging = ({ id: _, created: __, audit: ___, exhibits, ...report }: Report) => ({ ...report, exhibits: exhibits.map(({ evidence, ...exhibit }) => ({ ...exhibit, state: evidence.state })) })

describe('what is withheld', () => {
  it('is not printed before the first opinion is locked, and stops whoever forms a second one', async () => {
    const own = await deskWith(engine, [])
    const [a, b] = own.exhibits
    const { caseId } = own
    const { revision } = await own.call('case.get', { id: caseId })
    await own.call('case.setBlindFirst', { id: caseId, revision, blindFirst: true, reason: 'Usual here' })
    const { id } = await own.call('comparison.create', { case: caseId, faceA: a!.faces[0]!.id, faceB: b!.faces[1]!.id })
    await own.call('checklist.set', { comparison: id, item: { component: 'nose', finding: 'similar', note: 'Broad bridge', cause: '' } })
    const request = { case: caseId, comparisons: null, language: 'en' as const }
    const blind = jsonOf(own, await own.call('report.create', request)).comparisons[0]!
    expect(blind).toMatchObject({ run: null, runs: [], maps: null, checklist: [], conclusions: [], limits: [expect.stringContaining('blind-first') as string] })
    expect((await own.call('report.check', request)).gaps.join()).toContain('blind-first')
    expect(jsonOf(own, await own.call('report.create', { ...request, language: 'de' })).comparisons[0]!.limits.join()).toMatch(/vorenthalten: Der Fall wird zuerst blind untersucht: .* erste Beurteilung festgeschrieben sind\.$/)

    for (const { component } of (await own.call('checklist.get', { comparison: id })).items) await own.call('checklist.set', { comparison: id, item: { component, finding: 'similar', note: '', cause: '' } })
    await own.call('conclusion.save', { comparison: id, after: 0, conclusion: { level: 'The findings are inconclusive', same: 'Same source', different: 'Different sources', rationale: 'Too little detail.' } })
    await own.call('opinion.lock', { comparison: id })
    const run = await own.call('comparison.run', { id })
    await own.call('settings.set', { patch: { examiner: 'B. Second' } })
    await own.call('opinion.begin', { comparison: id })
    for (const call of ['report.check', 'report.create'] as const) await expect(own.call(call, request)).rejects.toMatchObject({ code: 'comparison.blind' })
    await expect(own.call('report.csv', { case: caseId })).rejects.toMatchObject({ code: 'comparison.blind' })

    await own.call('settings.set', { patch: { examiner: 'A. Examiner' } })
    const open = jsonOf(own, await own.call('report.create', request)).comparisons[0]!
    expect(open).toMatchObject({ run: { cosine: run.cosine }, opinions: [{ role: 'first', by: 'A. Examiner', conclusion: { rationale: 'Too little detail.' } }] })
    expect(open.limits.join()).toContain('no second named examiner')
  })
})
