import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { PackageManifest } from '../../src/shared/domain/casePackage'
import { StoredCase } from '../../src/shared/domain/storedCase'
import type { Library } from '../../src/main/cases/library'
import { filledCase, fivePoints, newExhibit, newRun, quality, scratchLibrary } from './support'

const manifest = { schema: 'vidimus.package/1' } as PackageManifest
const log = { packageSha256: 'e'.repeat(64), manifest, rows: '{"sequence":1}\n', idMap: {} }

/** A case in which everything that can be stored is. */
function fullCase(library: Library): string {
  const { write, read } = library
  const { id, comparison, faceA, faceB, exhibits } = filledCase(library)
  const { revision } = read.case(id)
  write.updateCase(id, revision, { tags: ['robbery', 'Gr\u00fc\u00dfe'], notes: 'Two\nlines' })
  write.endUse(write.beginUse(id, 'A look').id)
  write.markFace(faceA.id, 'Q')
  write.markFace(faceB.id, 'Q')
  write.markFace(faceB.id, 'K')
  write.correctFace(faceA.id, read.face(faceA.id).revision, fivePoints(101), quality)
  write.overrideFace(faceB.id, 'The only one')
  const hand = write.addManualFace({ exhibit: exhibits[0]!.id, box: { x: 1, y: 2, width: 3, height: 4 }, points: fivePoints(200), quality: null })
  write.markFace(hand.id, 'K')
  write.removeFace(hand.id)
  const gone = write.addExhibit(newExhibit(id, { name: 'c.jpg', sha256: 'c'.repeat(64) })).exhibit
  write.removeExhibit(gone.id, 'Wrong case')
  write.recordEvidenceCheck(exhibits[1]!.id, { ok: false, found: 'missing' })
  write.addRun(comparison.id, newRun())
  write.addRun(comparison.id, { ...newRun(0.1), automaticCosine: 0.2, enhanced: { cosine: 0.3, a: [{ kind: 'grey' }], b: [] } })
  const draft = { id: randomUUID(), kind: 'text' as const, text: 'Scar', a: [{ x: 1, y: 2 }], b: [{ x: 3, y: 4 }] }
  write.putAnnotation(comparison.id, draft)
  write.putAnnotation(comparison.id, { ...draft, id: randomUUID() })
  write.removeAnnotation(draft.id)
  write.setEnhancement(comparison.id, { a: [{ kind: 'gamma', gamma: 1.5 }], b: [] })
  write.setChecklistItem(comparison.id, { component: 'nose', finding: 'similar', note: 'Broad', cause: '' })
  write.saveConclusion(comparison.id, 0, { level: 'Support', same: 'one', different: 'two', rationale: 'three' }, ['Support', 'None'])
  write.lockFirstOpinion(comparison.id, { checklist: read.checklist(comparison.id).items, conclusion: { level: null, same: '', different: '', rationale: '' }, scale: ['Support'] })
  const second = write.createComparison(id, faceB.id, faceA.id)
  write.removeComparison(second.id, 'Twice')
  const report = { id: randomUUID(), case: id, created: new Date().toISOString(), by: 'A. Examiner', language: 'en' as const, comparisons: [{ id: comparison.id, number: 1, version: 1 }], pages: 3, files: [{ name: 'report.pdf', sha256: 'f'.repeat(64), size: 3 }] }
  write.addReport({ ...report, state: 'draft', signing: null, seen: read.auditLength() })
  write.addReport({ ...report, id: randomUUID(), state: 'signed', signing: { signer: 'A. Examiner', laboratory: 'Lab', fingerprint: 'a'.repeat(64), at: report.created }, seen: read.auditLength() })
  return id
}

it('a case goes into another library as it was, with its numbers and with the log it came with', async () => {
  const [here, there] = [await scratchLibrary(), await scratchLibrary()]
  const id = fullCase(here)
  const stored = StoredCase.strict().parse(here.read.storedCase(id))
  expect(stored.comparisons[0]).toMatchObject({ version: 1, lastAnnotation: 2, runs: [{ number: 1 }, { number: 2 }], locked: { report: stored.reports[1]!.id } })
  there.write.importCase({ stored, logs: [log], details: { head: 'x' } })
  expect(there.read.storedCase(id)).toEqual(stored)
  expect(there.read.exhibits({ case: id, removed: true, offset: 0, limit: 10 })).toEqual(here.read.exhibits({ case: id, removed: true, offset: 0, limit: 10 }))
  expect(there.read.comparisonRow(stored.comparisons[0]!.id)).toEqual(here.read.comparisonRow(stored.comparisons[0]!.id))
  expect(there.read.importedLogs(id)).toMatchObject([{ rows: log.rows, packageSha256: log.packageSha256, idMap: {} }])
  expect(there.read.search('Broad', 5)).toHaveLength(1)
  expect(there.read.counts()).toEqual(here.read.counts())
  expect(there.read.auditOfCase(id).map(({ action }) => action)).toEqual(['case.imported'])
  const next = there.write.addExhibit(newExhibit(id, { sha256: 'd'.repeat(64) })).exhibit
  expect(next.number).toBe(4)
})

it('a case that is here already, or its number, is refused and nothing is written', async () => {
  const library = await scratchLibrary()
  const stored = library.read.storedCase(fullCase(library))
  const rows = library.read.auditLength()
  expect(() => library.write.importCase({ stored, logs: [], details: {} })).toThrow(expect.objectContaining({ kind: 'usage', code: 'package.collision' }))
  const broken = { ...stored, case: { ...stored.case, id: randomUUID(), number: '9' } }
  expect(() => library.write.importCase({ stored: broken, logs: [], details: {} })).toThrow()
  expect([library.read.auditLength(), library.read.counts().cases]).toEqual([rows, 1])
})

it('a case that the database refuses is an input error, and nothing of it is kept', async () => {
  const [here, there] = [await scratchLibrary(), await scratchLibrary()]
  const stored = here.read.storedCase(fullCase(here))
  const face = stored.exhibits[0]!.faces[0]!
  face.automatic = face.corrected = null
  const before = there.read.counts()
  expect(() => there.write.importCase({ stored, logs: [log], details: {} })).toThrow(expect.objectContaining({ kind: 'input', code: 'package.faulty', message: expect.stringContaining('no library can hold it') as string }) as Error)
  expect(there.read.counts()).toEqual(before)
})
