import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../src/main/cases/library'
import { verifyAudit } from '../../src/main/services/verifyLibrary'
import { verifyRecords } from '../../src/main/services/verifyRecords'
import { actor, analysed, draftCase, face, filledCase, fivePoints, newExhibit, newRun, photo, quality, scratchFolder, scratchLibrary } from '../cases/support'
import { tamper } from './tamper'

const job = { report: () => undefined, signal: new AbortController().signal }

const COMPONENTS_DONE = { component: 'nose', finding: 'similar', note: 'bridge', cause: 'pose' } as const
const sha = 'e'.repeat(64)

/** A library with a row of every kind, closed. */
async function makeFull(folder: string): Promise<void> {
  const library = await openLibrary(folder, { mode: 'write', create: true, actor: () => actor })
  const { write, read } = library
  const { id, comparison, exhibits, faceA } = filledCase(library)
  write.updateCase(id, 1, { tags: ['cold'], notes: 'Citro\u00ebn \ud800' })
  write.endUse(write.beginUse(id, null).id)
  write.markFace(faceA.id, 'Q')
  write.overrideFace(exhibits[0]!.faces[1]!.id, 'The only one')
  write.correctFace(exhibits[1]!.faces[0]!.id, 1, fivePoints(7), { ...quality, yaw: 9 })
  write.addManualFace({ exhibit: exhibits[1]!.id, box: { x: 1, y: 2, width: 3, height: 4 }, points: fivePoints(50), quality })
  write.updateExhibit(exhibits[0]!.id, 2, { notes: 'from the till' })
  write.recordEvidenceCheck(exhibits[1]!.id, { ok: false, found: 'missing' })
  write.setStage(comparison.id, 'comparison')
  for (const cosine of [0.1, 0.7]) write.addRun(comparison.id, { ...newRun(cosine), automaticCosine: 0.3, enhanced: { cosine: 0.2, a: [{ kind: 'grey' }], b: [] } })
  write.putAnnotation(comparison.id, { id: randomUUID(), kind: 'text', text: 'scar', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] })
  write.setChecklistItem(comparison.id, COMPONENTS_DONE)
  write.saveConclusion(comparison.id, 0, { level: 'none', same: 'H1', different: 'H2', rationale: 'distortion' }, ['none', 'some'])
  write.setEnhancement(comparison.id, { a: [{ kind: 'grey' }], b: [] })
  const { checklist, conclusion } = { checklist: read.checklist(comparison.id).items, conclusion: { level: 'none', same: 'H1', different: 'H2', rationale: 'first' } }
  write.lockFirstOpinion(comparison.id, { checklist, conclusion, scale: ['none'] })
  const second = write.beginSecondOpinion(comparison.id)
  write.setOpinion(second.id, { item: COMPONENTS_DONE, conclusion: { ...conclusion, rationale: 'second' } })
  write.withdrawOpinion(second.id, 'ill')
  const third = write.beginSecondOpinion(comparison.id)
  write.setOpinion(third.id, { item: { ...COMPONENTS_DONE, finding: 'different' }, conclusion: null })
  write.lockSecondOpinion(third.id, ['none'])
  const report = {
    id: randomUUID(), case: id, created: '2024-05-03T00:00:00.000Z', by: actor.who, language: 'en' as const, pages: 3, files: [{ name: 'report.pdf', sha256: sha, size: 9 }], comparisons: [{ id: comparison.id, number: 1, version: 1 }],
    seen: read.auditLength()
  }
  write.addReport({ ...report, state: 'draft', signing: null })
  write.addReport({ ...report, id: randomUUID(), seen: read.auditLength(), state: 'signed', signing: { signer: 'A', laboratory: 'L', fingerprint: sha, at: report.created } })
  write.amendComparison(comparison.id, 'A second photo')
  write.addReport({ ...report, id: randomUUID(), seen: read.auditLength(), comparisons: [{ id: comparison.id, number: 1, version: 2 }], state: 'signed', signing: { signer: 'A', laboratory: 'L', fingerprint: sha, at: report.created } })
  write.removeExhibit(write.addExhibit(newExhibit(id, { name: 'c.jpg', sha256: 'c'.repeat(64) })).exhibit.id, 'Wrong case')
  library.close()
}

let full = ''
beforeAll(async () => {
  full = mkdtempSync(join(tmpdir(), 'vidimus-records-'))
  await makeFull(full)
})
afterAll(() => rmSync(full, { recursive: true }))

function fullLibrary(): string {
  const folder = scratchFolder()
  cpSync(full, folder, { recursive: true })
  return folder
}

const reopen = (folder: string, mode: 'read' | 'write' = 'read'): Promise<Library> => openLibrary(folder, { mode, actor: () => actor })

describe('records compared with the log', () => {
  it('are as it says, every one of them, and the check is a row of the log', async () => {
    const library = await reopen(fullLibrary(), 'write')
    expect(await verifyRecords(library, null, job)).toEqual({ ok: true, checked: expect.any(Number) as number, differences: [], unbound: 0, cancelled: false })
    expect(library.read.audit({ case: null, newestFirst: true, offset: 0, limit: 1 }).rows[0]).toMatchObject({ action: 'records.verified', details: { unbound: 0 } })
    library.close()
  })

  it.each([
    ["UPDATE cases SET title = 'Another'", 'case 2024-017', /title .*"Another".*"Robbery, Rue Haute"/],
    ["UPDATE cases SET blindFirst = 1", 'case 2024-017', /blind-first .*true.*false/],
    ["UPDATE cases SET status = 'archived'", 'case 2024-017', /status/],
    ["UPDATE counters SET last = 7 WHERE kind = 'exhibit'", 'case 2024-017', /last number of an exhibit .*7.*3/],
    ["UPDATE counters SET last = 7 WHERE kind = 'comparison'", 'case 2024-017', /last number of a comparison .*7.*1/],
    ["UPDATE counters SET last = 2 WHERE kind = 'report'", 'case 2024-017', /last number of a report .*2.*3/],
    ["DELETE FROM counters WHERE kind = 'Q'", 'case 2024-017', /last mark Q .*0.*1/],
    ["INSERT INTO counters (scope, kind, last) SELECT id, 'K', 4 FROM cases", 'case 2024-017', /last mark K .*4.*0/],
    ["UPDATE counters SET last = 5 WHERE kind = 'annotation'", 'C-1', /last number of an annotation .*5.*1/],
    ["UPDATE uses SET purpose = 'Private'", `use by ${actor.who} begun`, /purpose .*Private.*in the log/],
    ["UPDATE uses SET author = 'Nobody'", 'use by Nobody begun', /its by in the database is "Nobody"/],
    ["UPDATE uses SET ended = '2030-01-01T00:00:00.000Z'", `use by ${actor.who} begun`, /its ended in the database is "2030/],
    ["DELETE FROM uses", `use by ${actor.who} begun`, /not in the database/],
    ["UPDATE comparisons SET cosine = 0.9", 'C-1', /its score in lists in the database is 0\.9, in the log 0\.7/],
    ["UPDATE comparisons SET decision = NULL", 'C-1', /its decision in lists in the database is nothing, in the log "/],
    ["UPDATE exhibits SET sha256 = replace(sha256, 'a', 'f') WHERE number = 1", 'E-1 "a.jpg"', /hash/],
    ["UPDATE exhibits SET number = 9 WHERE number = 1", 'E-9 "a.jpg"', /number .*9.*1/],
    ["UPDATE exhibits SET name = 'b.png' WHERE number = 2", 'E-2 "b.png"', /name/],
    ["UPDATE exhibits SET receivedFrom = 'Nobody' WHERE number = 2", 'E-2 "b.jpg"', /received from/],
    ["UPDATE exhibits SET evidenceState = 'verified', evidenceFound = NULL WHERE number = 2", 'E-2 "b.jpg"', /state of the evidence .*verified.*failed: missing/],
    ["UPDATE exhibits SET removedAt = NULL WHERE number = 3", 'E-3 "c.jpg"', /removed/],
    ["UPDATE exhibits SET photo = replace(photo, 'Canon', 'Nikon') WHERE number = 1", 'E-1 "a.jpg"', /facts of the photo/],
    ["DELETE FROM exhibits WHERE number = 3", 'E-3 "c.jpg"', /not in the database/],
    ["UPDATE faces SET automatic = replace(automatic, '100', '101') WHERE role = 'Q'", 'Q-1 (face 0 of E-1)', /found points/],
    ["UPDATE faces SET numberQ = 4 WHERE role = 'Q'", 'Q-4 (face 0 of E-1)', /mark .*Q-4.*Q-1/],
    ["UPDATE faces SET corrected = replace(corrected, '47', '48') WHERE corrected IS NOT NULL AND automatic IS NOT NULL", 'face 0 of E-2', /corrected points/],
    ["UPDATE faces SET quality = replace(quality, '9', '2') WHERE corrected IS NOT NULL AND automatic IS NOT NULL", 'face 0 of E-2', /quality/],
    ["UPDATE faces SET box = replace(box, '3', '33') WHERE automatic IS NULL", 'face 2 of E-2', /found points/],
    ["UPDATE faces SET override = NULL", 'face 1 of E-1', /override .*nothing.*The only one/],
    ["UPDATE comparisons SET faceB = (SELECT id FROM faces WHERE position = 1 LIMIT 1)", 'C-1', /face B/],
    ["UPDATE comparisons SET stage = 'verification'", 'C-1', /stage/],
    ["UPDATE comparisons SET lockedAt = NULL", 'C-1', /lock .*nothing/],
    ["UPDATE comparisons SET version = 1", 'C-1', /version .*1.*2/],
    ["UPDATE amendments SET reason = 'none'", 'amendment to version 2 of C-1', /reason/],
    ["UPDATE runs SET cosine = 0.6 WHERE number = 2", 'run 2 of C-1', /its score in the database is 0\.6, in the log 0\.7/],
    ["UPDATE runs SET threshold = 0.9 WHERE number = 1", 'run 1 of C-1', /threshold/],
    ["UPDATE runs SET author = 'B. Other' WHERE number = 1", 'run 1 of C-1', /by/],
    ["UPDATE runs SET automaticCosine = 0.9 WHERE number = 1", 'run 1 of C-1', /points as found/],
    ["UPDATE runs SET enhanced = replace(enhanced, '0.2', '0.8') WHERE number = 2", 'run 2 of C-1', /enhanced copies/],
    ["UPDATE runRecords SET record = replace(record, 'MobileFaceNet', 'AnotherNet') WHERE runRow = 2", 'run 2 of C-1', /record/],
    ["UPDATE annotations SET text = 'mole'", 'annotation 1 of C-1', /text .*mole.*scar/],
    ["UPDATE annotations SET a = '[{\"x\":2,\"y\":1}]'", 'annotation 1 of C-1', /place on A/],
    ["UPDATE annotations SET removedAt = '2024-05-03T00:00:00.000Z'", 'annotation 1 of C-1', /not in the database/],
    ["UPDATE enhancements SET b = '[{\"kind\":\"grey\"}]'", 'enhancement of C-1', /steps of B/],
    ["DELETE FROM enhancements", 'enhancement of C-1', /steps of A/],
    ["UPDATE checklistItems SET finding = 'different'", 'checklist of C-1, nose', /finding .*different.*similar/],
    ["DELETE FROM checklistItems", 'checklist of C-1, nose', /not in the database/],
    ["UPDATE conclusions SET rationale = 'clear'", 'conclusion 1 of C-1', /rationale .*clear.*distortion/],
    ["UPDATE conclusions SET scale = '[\"none\"]'", 'conclusion 1 of C-1', /scale/],
    ["DELETE FROM conclusions", 'conclusion 1 of C-1', /not in the database/],
    ["UPDATE opinions SET conclusion = replace(conclusion, 'first', 'other') WHERE role = 'first'", `first opinion of ${actor.who} on C-1`, /conclusion/],
    ["UPDATE opinions SET checklist = replace(checklist, 'different', 'similar') WHERE role = 'second' AND locked IS NOT NULL", `second opinion of ${actor.who} on C-1`, /checklist/],
    ["UPDATE opinions SET conclusion = replace(conclusion, 'second', 'other') WHERE withdrawnAt IS NOT NULL", `second opinion of ${actor.who} on C-1`, /conclusion/],
    ["UPDATE reports SET files = replace(files, 'e', 'f') WHERE number = 2", 'report R-2', /files/],
    ["DELETE FROM reports WHERE number = 1", 'report R-1', /not in the database/],
    ["INSERT INTO conclusions (id, comparisonId, version, level, same, different, rationale, scale, author, at) SELECT 'x', comparisonId, 2, level, same, different, 'new', scale, author, at FROM conclusions", 'conclusion 2 of C-1', /the log never says/]
  ])('%s is named', async (sql, what, message) => {
    const folder = fullLibrary()
    tamper(folder, sql)
    const library = await reopen(folder)
    const verdict = await verifyRecords(library, null, job)
    library.close()
    expect(verdict.ok).toBe(false)
    expect(verdict.differences.map(({ what }) => what.replace(/ begun .*/, ' begun'))).toEqual([what])
    expect(verdict.differences[0]!.message).toMatch(message)
  })

  it('from before the log held hashes are counted, not accused', async () => {
    const folder = fullLibrary()
    tamper(folder, "UPDATE audit SET details = json_remove(details, '$.record', '$.found', '$.photo', '$.scale', '$.quality') WHERE action IN ('comparison.run', 'exhibit.analysed', 'conclusion.saved', 'face.corrected')")
    const library = await reopen(folder)
    const verdict = await verifyRecords(library, null, job)
    library.close()
    expect(verdict).toMatchObject({ ok: true, differences: [] })
    expect(verdict.unbound).toBe(2 + 2 + 1 + 4)
  })

  it('stay as the log says through analyses that change faces', async () => {
    const library = await scratchLibrary()
    const { write } = library
    const { id, exhibits } = filledCase(library)
    const [first, second] = exhibits[0]!.faces
    write.overrideFace(first!.id, 'The only one')
    write.overrideFace(second!.id, 'The other one')
    write.markFace(write.addManualFace({ exhibit: exhibits[0]!.id, box: { x: 900, y: 2, width: 3, height: 4 }, points: fivePoints(900), quality: null }).id, 'K')
    const after = write.setAnalysis(exhibits[0]!.id, { photo, analysis: analysed, faces: [face(0), { ...face(1), quality: { ...quality, yaw: 60 } }, face(2)] })
    expect(after.faces.map(({ override }) => override?.reason ?? null)).toEqual(['The only one', null, null, null])
    write.setAnalysis(exhibits[1]!.id, { photo: null, analysis: { state: 'failed', at: analysed.at, code: 'x', message: 'y' }, faces: [] })
    write.setAnalysis(exhibits[1]!.id, { photo, analysis: analysed, faces: [face(1)] })
    expect(await verifyRecords(library, id, job)).toMatchObject({ ok: true, unbound: 0, differences: [] })
    expect(library.read.audit({ case: id, newestFirst: false, offset: 0, limit: 50 }).rows).toContainEqual(expect.objectContaining({ action: 'face.override-withdrawn', object: second!.id, details: expect.objectContaining({ because: 'quality', reason: 'The other one' }) as object }))
  })

  it.each(["UPDATE opinions SET conclusion = '{}'", 'DELETE FROM opinions', 'UPDATE reports SET pages = 1', 'DELETE FROM reports', "UPDATE amendments SET reason = ''", 'DELETE FROM amendments'])('the database itself refuses "%s"', sql => {
    const db = new Sqlite(join(fullLibrary(), 'library.sqlite'))
    expect(() => db.exec(sql)).toThrow(/stays as it is/)
    db.close()
  })

  it('can be stopped, and nothing is said then', async () => {
    const library = await scratchLibrary()
    library.write.createCase(draftCase())
    expect(await verifyRecords(library, null, { ...job, signal: AbortSignal.abort() })).toMatchObject({ cancelled: true, checked: 0 })
    expect(library.read.audit({ case: null, newestFirst: true, offset: 0, limit: 1 }).rows[0]!.action).toBe('case.created')
  })

  it('the chain is sound beside', async () => {
    const library = await reopen(fullLibrary())
    expect(await verifyAudit(library, job)).toMatchObject({ ok: true })
    library.close()
  })
})
