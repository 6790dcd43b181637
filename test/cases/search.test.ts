import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftCase, filledCase, newExhibit, scratchLibrary } from './support'

describe('the search over a library', () => {
  it('finds cases, exhibits and notes by every field, the last word by its beginning, accents aside', async () => {
    const library = await scratchLibrary()
    const { read, write } = library
    const { id, comparison, exhibits } = filledCase(library)
    write.updateCase(id, 1, { notes: 'Witness saw a Citro\u00ebn', tags: ['cold case', 'cctv'], examiner: 'B. M\u00fcller' })
    write.updateExhibit(exhibits[0]!.id, exhibits[0]!.revision, { notes: 'from the harbour camera' })
    write.putAnnotation(comparison.id, { id: randomUUID(), kind: 'text', text: 'scar on the chin', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] })
    write.setChecklistItem(comparison.id, { component: 'nose', finding: 'different', note: 'broken bridge', cause: 'fracture' })
    write.saveConclusion(comparison.id, 0, { level: 'limited support', same: 'H1', different: 'H2', rationale: 'Lens distortion explains it' }, [])
    const found = (text: string) => read.search(text, 20).map(({ kind, id: of }) => [kind, of])

    for (const text of ['2024-017', '2024-0', 'robbery', 'RUE haut', 'till suspect', 'citroen', 'cold', 'cctv', 'muller', 'M\u00dcLL'])
      expect([text, found(text)]).toEqual([text, expect.arrayContaining([['case', id]])])
    for (const text of ['harbour', 'a.jpg', 'miller'])
      expect([text, found(text)]).toEqual([text, expect.arrayContaining([['exhibit', exhibits[0]!.id]])])
    for (const text of ['scar', 'chin sca', 'bridge', 'fractur', 'lens', 'limited']) expect([text, found(text)]).toEqual([text, [['note', comparison.id]]])
    expect(read.search('citro', 20)).toEqual([{ kind: 'case', case: id, caseNumber: '2024-017', id, title: '2024-017 \u00b7 Robbery, Rue Haute', snippet: 'Witness saw a \u0002Citro\u00ebn\u0003' }])
    expect(read.search('fracture', 20)[0]).toMatchObject({ title: 'C-1 \u00b7 checklist', caseNumber: '2024-017' })
    expect([found('robbery bank'), found('obbery'), found('')]).toEqual([[], [], []])
  })

  it('follows what is changed and taken out', async () => {
    const library = await scratchLibrary()
    const { read, write } = library
    const { id, comparison, exhibits } = filledCase(library)
    write.updateCase(id, 1, { title: 'Arson' })
    expect([read.search('robbery', 9), read.search('arson', 9)].map(hits => hits.length)).toEqual([0, 1])
    const drawn = { id: randomUUID(), kind: 'text' as const, text: 'mole', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] }
    write.putAnnotation(comparison.id, drawn)
    write.putAnnotation(comparison.id, { ...drawn, text: 'freckle' })
    expect([read.search('mole', 9), read.search('freckle', 9)].map(hits => hits.length)).toEqual([0, 1])
    write.removeAnnotation(drawn.id)
    expect(read.search('freckle', 9)).toEqual([])
    write.putAnnotation(comparison.id, drawn)
    write.removeComparison(comparison.id, 'for the test')
    write.removeExhibit(exhibits[0]!.id, 'for the test')
    expect([read.search('mole', 9), read.search('a.jpg', 9)]).toEqual([[], []])
  })

  it('gives the case of exactly this number first, and a share of the places to each kind', async () => {
    const { read, write } = await scratchLibrary()
    const cases = Array.from({ length: 12 }, (_, i) => write.createCase(draftCase(`77 ${i}`)))
    cases.forEach(({ id }, i) => write.addExhibit(newExhibit(id, { name: '77.jpg', sha256: `${i}`.padEnd(64, 'a') })))
    expect(read.search('77 3', 20)[0]).toMatchObject({ id: cases[3]!.id, snippet: '\u000277 3\u0003' })
    expect(read.search('77', 10).map(({ kind }) => kind)).toEqual([...Array<string>(7).fill('case'), ...Array<string>(3).fill('exhibit')])
    for (const limit of [1, 2, 3, 24, 100]) expect(read.search('77', limit)).toHaveLength(Math.min(limit, 24))
  })

  it('takes whatever is typed', async () => {
    const library = await scratchLibrary()
    filledCase(library)
    const query = { status: ['open' as const], tag: null, sort: 'changed' as const, descending: true, offset: 0, limit: 5 }
    for (const text of ['"', '*', 'a" OR "b', 'NEAR(a b)', 'title: x', 'a AND', '-a', '(', '^', '\0', 'a\0b', '\ud800', '{}', 'NOT', '+', "'; DROP TABLE cases"]) library.read.search(text, 5)
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      expect(Array.isArray(library.read.search(text, 5))).toBe(true)
      expect(library.read.cases({ ...query, text }).total).toBeLessThanOrEqual(1)
    }))
    expect(library.read.counts().cases).toBe(1)
  })
})
