import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LibraryChange } from '../../src/shared/domain/library'
import type { AnnotationDraft } from '../../src/shared/domain/annotation'
import { actor, analysed, draftCase, face, filledCase, fivePoints, newExhibit, newRun, photo, quality, scratchLibrary } from './support'

const conclusion = { level: null, same: 'Same', different: 'Different', rationale: 'Because' }
const circle = (id = randomUUID(), text = 'scar'): AnnotationDraft => ({ id, kind: 'circle', text, a: [{ x: 1, y: 2 }, { x: 3, y: 4 }], b: [{ x: 5, y: 6 }, { x: 7, y: 8 }] })
const page = { offset: 0, limit: 50 }

describe('every write', () => {
  it('is one row of the log, with who, where, what and the case', async () => {
    const { read, write } = await scratchLibrary()
    const before = read.auditLength()
    const { id } = write.createCase(draftCase())
    expect(read.audit({ case: id, newestFirst: true, ...page })).toMatchObject({ total: 1, rows: [{ sequence: before + 1, ...actor, action: 'case.created', case: id, object: id, details: { number: '2024-017' } }] })
  })

  it('is nothing at all where it throws', async () => {
    const { read, write } = await scratchLibrary()
    const length = read.auditLength()
    expect(() => write.together(() => {
      write.createCase(draftCase('A'))
      write.createCase(draftCase('a'))
    })).toThrow(expect.objectContaining({ code: 'case.number-taken' }))
    expect([read.auditLength(), read.counts().cases]).toEqual([length, 0])
  })

  it('tells whoever listens, once it is done', async () => {
    const changes: LibraryChange[] = []
    const library = await scratchLibrary(undefined, { changed: change => changes.push(change) })
    changes.length = 0
    const { id } = library.write.createCase(draftCase())
    expect(changes).toEqual([{ case: id, kind: 'case' }])
    expect(() => library.write.createCase(draftCase())).toThrow()
    expect(changes).toHaveLength(1)
  })

  it('counts a case as changed by work in it, and not by looking at it', async () => {
    const library = await scratchLibrary()
    const { id, exhibits, comparison } = filledCase(library)
    const changed = (): string => library.read.case(id).changed
    const first = changed()
    await new Promise(resolve => setTimeout(resolve, 5))
    library.write.endUse(library.write.beginUse(id, null).id)
    library.write.recordEvidenceCheck(exhibits[0]!.id, { ok: true, found: '' })
    expect(changed()).toBe(first)
    library.write.setStage(comparison.id, 'comparison')
    expect(changed() > first).toBe(true)
  })
})

describe('what others changed meanwhile', () => {
  it('is told with the stored object and who changed it', async () => {
    const library = await scratchLibrary()
    const { id, exhibits, faceA, comparison } = filledCase(library)
    const { read, write } = library
    const stored = write.updateCase(id, 1, { title: 'By the first' })
    expect(() => write.updateCase(id, 1, { title: 'By the second' })).toThrow(expect.objectContaining({ kind: 'usage', code: 'case.conflict', detail: stored, message: expect.stringContaining('by A. Examiner at 20') }))
    expect(read.case(id).title).toBe('By the first')

    const exhibit = write.updateExhibit(exhibits[0]!.id, exhibits[0]!.revision, { notes: 'First' })
    expect(() => write.updateExhibit(exhibit.id, exhibits[0]!.revision, { notes: 'Second' })).toThrow(expect.objectContaining({ code: 'exhibit.conflict', detail: exhibit }))

    const corrected = write.correctFace(faceA.id, faceA.revision, fivePoints(101), quality)
    expect(() => write.correctFace(faceA.id, faceA.revision, null, quality)).toThrow(expect.objectContaining({ code: 'face.conflict', detail: corrected }))

    const saved = write.saveConclusion(comparison.id, 0, conclusion, ['a', 'b'])
    expect(() => write.saveConclusion(comparison.id, 0, conclusion, [])).toThrow(expect.objectContaining({ code: 'conclusion.conflict', detail: saved }))
    expect(write.saveConclusion(comparison.id, 1, conclusion, ['a'])).toMatchObject({ version: 2, by: actor.who, scale: ['a'] })
    expect(read.conclusions(comparison.id).map(({ version }) => version)).toEqual([1, 2])
  })

  it('is no conflict where nothing is changed', async () => {
    const { read, write } = await scratchLibrary()
    const created = write.createCase(draftCase())
    const length = read.auditLength()
    expect(write.updateCase(created.id, 1, { title: created.title, tags: [] })).toEqual(created)
    expect(read.auditLength()).toBe(length)
  })
})

describe('cases', () => {
  it('keep number, status and tags, and log from what to what', async () => {
    const { read, write } = await scratchLibrary()
    const { id } = write.createCase(draftCase('1', { tags: ['cctv', 'cold', 'cctv'] }))
    expect(read.case(id).tags).toEqual(['cctv', 'cold'])
    const closed = write.updateCase(id, 1, { status: 'closed', tags: ['cold', 'new'] })
    expect(closed).toMatchObject({ status: 'closed', tags: ['cold', 'new'], revision: 2 })
    expect(read.tags()).toEqual(['cold', 'new'])
    expect(read.audit({ case: id, newestFirst: true, ...page }).rows[0]).toMatchObject({ action: 'case.closed', details: { from: { status: 'open', tags: ['cctv', 'cold'] }, to: { status: 'closed', tags: ['cold', 'new'] } } })
    expect(() => write.createCase(draftCase('1'))).toThrow(expect.objectContaining({ code: 'case.number-taken', detail: { case: id } }))
  })

  it('log begin and end of each use', async () => {
    const { read, write } = await scratchLibrary()
    const { id, purpose } = write.createCase(draftCase())
    const use = write.beginUse(id, null)
    expect(use).toMatchObject({ case: id, purpose, ended: null })
    write.endUse(use.id)
    write.endUse(use.id)
    expect(read.use(use.id).ended).not.toBeNull()
    write.endUse(write.beginUse(id, 'Second look').id)
    expect(read.audit({ case: id, newestFirst: false, ...page }).rows.map(({ action, details }) => [action, details.purpose])).toEqual([
      ['case.created', purpose], ['case.begun', purpose], ['case.ended', undefined], ['case.begun', 'Second look'], ['case.ended', undefined]
    ])
  })
})

describe('exhibits', () => {
  it('hold the same bytes once, unless they were taken out', async () => {
    const { read, write } = await scratchLibrary()
    const { id } = write.createCase(draftCase())
    const { exhibit } = write.addExhibit(newExhibit(id))
    expect(exhibit).toMatchObject({ number: 1, importedBy: actor.who, analysis: { state: 'pending' }, evidence: { state: 'verified' }, source: 'CCTV of the shop', photo: null, faces: [], duplicates: [], removed: null })
    const length = read.auditLength()
    expect(write.addExhibit(newExhibit(id, { name: 'copy.jpg' }))).toEqual({ exhibit, added: false })
    expect(read.auditLength()).toBe(length)

    expect(write.removeExhibit(exhibit.id, 'not ours').removed).toMatchObject({ reason: 'not ours' })
    const again = write.addExhibit(newExhibit(id))
    expect(again).toMatchObject({ added: true, exhibit: { number: 2, duplicates: [exhibit.id] } })
    expect(write.restoreExhibit(exhibit.id)).toMatchObject({ number: 1, removed: null, duplicates: [again.exhibit.id] })
    expect(read.exhibits({ case: id, removed: false, ...page }).rows.map(({ number }) => number)).toEqual([1, 2])
  })

  it('keep a failed verification for good', async () => {
    const library = await scratchLibrary()
    const { id, exhibits } = filledCase(library)
    const { read, write } = library
    const failed = write.recordEvidenceCheck(exhibits[0]!.id, { ok: false, found: 'e'.repeat(64) })
    expect(failed).toMatchObject({ state: 'failed', found: 'e'.repeat(64) })
    expect(write.recordEvidenceCheck(exhibits[0]!.id, { ok: true, found: '' })).toEqual(failed)
    write.recordEvidencePassed(id, exhibits.map(exhibit => exhibit.id), 0)
    expect(read.exhibit(exhibits[0]!.id).evidence).toEqual(failed)
    expect(read.exhibit(exhibits[1]!.id).evidence.state).toBe('verified')
    expect(read.audit({ case: id, newestFirst: true, offset: 0, limit: 3 }).rows.map(({ action }) => action)).toEqual(['evidence.checked', 'evidence.verified', 'evidence.failed'])
  })

  it('find faces again without losing what a person did', async () => {
    const library = await scratchLibrary()
    const { exhibits: [exhibit], faceA } = filledCase(library)
    const { read, write } = library
    write.correctFace(faceA.id, faceA.revision, fivePoints(104), { ...quality, sharpness: 1 })
    write.markFace(faceA.id, 'Q')
    const manual = write.addManualFace({ exhibit: exhibit!.id, box: { x: 1, y: 1, width: 9, height: 9 }, points: fivePoints(5, 5), quality: null })
    expect(manual).toMatchObject({ index: 2, score: null, automatic: null, points68: null, quality: null })

    const after = write.setAnalysis(exhibit!.id, { photo, analysis: analysed, faces: [face(0, 1200), face(1, 102)] })
    expect(after.faces.map(({ id, index }) => [id, index])).toEqual([[expect.any(String), 0], [faceA.id, 1], [manual.id, 2]])
    expect(read.face(faceA.id)).toMatchObject({ mark: { role: 'Q', number: 1 }, corrected: fivePoints(104), automatic: fivePoints(102), quality: { sharpness: 1 } })

    const none = write.setAnalysis(exhibit!.id, { photo, analysis: { state: 'none', at: analysed.at, message: 'No face was found.' }, faces: [] })
    expect(none.faces.map(({ id }) => id)).toEqual([faceA.id, manual.id])
    expect(write.setAnalysis(exhibit!.id, { photo: null, analysis: { state: 'failed', at: analysed.at, code: 'x', message: 'y' }, faces: [] }).faces).toHaveLength(2)
  })
})

describe('numbers', () => {
  it('of exhibits, comparisons, marks and annotations are never given twice', async () => {
    const library = await scratchLibrary()
    const { id, exhibits, faceA, faceB, comparison } = filledCase(library)
    const { write } = library
    write.removeExhibit(write.addExhibit(newExhibit(id, { sha256: 'c'.repeat(64) })).exhibit.id, 'wrong case')
    expect(write.addExhibit(newExhibit(id, { sha256: 'd'.repeat(64) })).exhibit.number).toBe(4)

    write.removeComparison(comparison.id, 'wrong face')
    expect(write.createComparison(id, faceA.id, faceB.id)).toMatchObject({ number: 2 })

    expect(write.markFace(faceA.id, 'Q').mark).toEqual({ role: 'Q', number: 1 })
    expect(write.markFace(faceA.id, null).mark).toBeNull()
    expect(write.markFace(faceB.id, 'Q').mark).toEqual({ role: 'Q', number: 2 })
    expect(write.markFace(faceB.id, 'K').mark).toEqual({ role: 'K', number: 1 })
    expect(write.markFace(faceA.id, 'Q').mark).toEqual({ role: 'Q', number: 1 })
    expect(write.markFace(exhibits[1]!.faces[1]!.id, 'Q').mark).toEqual({ role: 'Q', number: 3 })
    const other = filledCase(library, 'another')
    expect(write.markFace(other.faceA.id, 'Q').mark).toEqual({ role: 'Q', number: 1 })

    const drawn = circle()
    expect(write.putAnnotation(comparison.id, drawn).number).toBe(1)
    write.removeAnnotation(drawn.id)
    expect(write.putAnnotation(comparison.id, circle()).number).toBe(2)
    expect(write.putAnnotation(comparison.id, { ...drawn, text: 'again' })).toMatchObject({ number: 1, text: 'again' })
    expect(library.read.annotations(comparison.id).map(({ number }) => number)).toEqual([1, 2])
    expect(() => write.putAnnotation(other.comparison.id, drawn)).toThrow(expect.objectContaining({ code: 'annotation.elsewhere' }))
  })
})

describe('faces and comparisons', () => {
  it('only faces set by hand go, and only while nothing uses them', async () => {
    const library = await scratchLibrary()
    const { id, exhibits, faceA } = filledCase(library)
    const { read, write } = library
    const manual = write.addManualFace({ exhibit: exhibits[0]!.id, box: { x: 1, y: 1, width: 9, height: 9 }, points: fivePoints(5, 5), quality })
    expect(() => write.removeFace(faceA.id)).toThrow(expect.objectContaining({ code: 'face.found' }))
    expect(() => write.correctFace(manual.id, 1, null, null)).toThrow(expect.objectContaining({ code: 'face.manual' }))
    const comparison = write.createComparison(id, manual.id, faceA.id)
    write.removeComparison(comparison.id, 'for the test')
    expect(() => write.removeFace(manual.id)).toThrow(expect.objectContaining({ code: 'face.compared' }))
    const other = write.addManualFace({ exhibit: exhibits[0]!.id, box: { x: 1, y: 1, width: 9, height: 9 }, points: fivePoints(5, 5), quality })
    write.removeFace(other.id)
    expect(() => read.face(other.id)).toThrow(expect.objectContaining({ kind: 'usage', code: 'face.unknown' }))
  })

  it('overrides name who and when', async () => {
    const library = await scratchLibrary()
    const { faceA } = filledCase(library)
    expect(library.write.overrideFace(faceA.id, 'The only picture').override).toEqual({ reason: 'The only picture', by: actor.who, at: expect.stringMatching(/^20.*Z$/) })
    expect(library.write.overrideFace(faceA.id, null).override).toBeNull()
  })

  it('one comparison an ordered pair, of one case, of exhibits that are in it', async () => {
    const library = await scratchLibrary()
    const { id, faceA, faceB, comparison, exhibits } = filledCase(library)
    const other = filledCase(library, 'another')
    const { write } = library
    expect(write.createComparison(id, faceA.id, faceB.id)).toEqual(library.read.comparison(comparison.id))
    expect(write.createComparison(id, faceB.id, faceA.id)).toMatchObject({ number: 2 })
    expect(() => write.createComparison(id, faceA.id, faceA.id)).toThrow(expect.objectContaining({ code: 'comparison.same-face' }))
    expect(() => write.createComparison(id, faceA.id, other.faceB.id)).toThrow(expect.objectContaining({ code: 'comparison.other-case' }))
    write.removeExhibit(exhibits[1]!.id, 'for the test')
    expect(() => write.createComparison(id, exhibits[0]!.faces[1]!.id, faceB.id)).toThrow(expect.objectContaining({ code: 'comparison.removed-exhibit' }))
  })

  it('every run stays, as does what was concluded', async () => {
    const library = await scratchLibrary()
    const { comparison } = filledCase(library)
    const { read, write } = library
    const [first, second] = [write.addRun(comparison.id, newRun(0.6)), write.addRun(comparison.id, { ...newRun(0.1), enhanced: { cosine: 0.2, a: [{ kind: 'grey' }], b: [] } })]
    expect(read.run(second.id)).toEqual(second)
    expect(read.runs(comparison.id, page)).toMatchObject({ total: 2, rows: [{ id: second.id, decision: 'non-match' }, { id: first.id, decision: 'match' }] })
    expect(read.comparison(comparison.id)).toMatchObject({ runs: 2, run: { number: 2, cosine: 0.1 }, revision: 3 })
  })

  it('checklist and enhancement are kept by component and side', async () => {
    const library = await scratchLibrary()
    const { comparison } = filledCase(library)
    const { read, write } = library
    const item = { component: 'nose', finding: 'similar', note: 'bridge', cause: '' } as const
    const { items } = write.setChecklistItem(comparison.id, item)
    expect(items).toHaveLength(19)
    expect(items.filter(({ finding }) => finding !== null)).toEqual([{ ...item, by: actor.who, changed: expect.any(String) }])
    expect(write.setChecklistItem(comparison.id, { ...item, finding: null }).items.every(({ finding }) => finding === null)).toBe(true)
    expect(read.enhancement(comparison.id)).toEqual({ a: [], b: [] })
    const steps = { a: [{ kind: 'gamma', gamma: 1.5 } as const], b: [] }
    expect(write.setEnhancement(comparison.id, steps)).toEqual(steps)
  })
})
