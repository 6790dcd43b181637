import { expect, it } from 'vitest'
import type { CaseQuery } from '../../src/shared/domain/case'
import type { ComparisonQuery } from '../../src/shared/domain/caseComparison'
import { analysed, draftCase, face, newExhibit, newRun, photo, filledCase, scratchLibrary } from './support'

const cases: CaseQuery = { text: '', status: ['open', 'closed'], tag: null, sort: 'changed', descending: true, offset: 0, limit: 50 }
const comparisons: ComparisonQuery = { case: null, decision: null, sort: 'number', descending: false, removed: false, offset: 0, limit: 50 }

it('cases are filtered, sorted by what people mean by it, and paged', async () => {
  const { read, write } = await scratchLibrary()
  const made = ['2024-9', '2024-10', '2024-100'].map((number, i) => write.createCase(draftCase(number, { title: ['\u00c9tude', 'eagle', 'Zebra'][i]!, tags: i === 1 ? ['cold'] : [] })))
  write.updateCase(made[2]!.id, 1, { status: 'archived' })
  const numbers = (query: Partial<CaseQuery>): string[] => read.cases({ ...cases, ...query }).rows.map(({ number }) => number)
  expect(numbers({ sort: 'number', descending: false, status: ['open', 'closed', 'archived'] })).toEqual(['2024-9', '2024-10', '2024-100'])
  expect(numbers({ sort: 'title', descending: false, status: ['open', 'archived'] })).toEqual(['2024-10', '2024-9', '2024-100'])
  expect(numbers({ sort: 'created', descending: true })).toEqual(['2024-10', '2024-9'])
  expect(numbers({ tag: 'cold' })).toEqual(['2024-10'])
  expect(numbers({ status: [] })).toEqual([])
  expect(numbers({ text: 'etud' })).toEqual(['2024-9'])
  expect(read.cases({ ...cases, sort: 'number', descending: false, offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ number: '2024-10', exhibits: 0, comparisons: 0 }] })
  expect(read.cases({ ...cases, offset: 500 })).toEqual({ total: 2, rows: [] })
})

it('comparisons are sorted by score with those never run last, filtered, counted, and paged over the whole library', async () => {
  const library = await scratchLibrary()
  const { read, write } = library
  const { id } = write.createCase(draftCase())
  const faces = ['a', 'b'].map(letter => {
    const { exhibit } = write.addExhibit(newExhibit(id, { sha256: letter.repeat(64) }))
    return write.setAnalysis(exhibit.id, { photo, analysis: analysed, faces: [face(0), face(1)] }).faces
  })
  const pairs = faces[0]!.flatMap(a => faces[1]!.map(b => write.createComparison(id, a.id, b.id)))
  ;[0.5, -0.2, 0.9].forEach((cosine, i) => write.addRun(pairs[i]!.id, newRun(cosine)))
  const other = filledCase(library, 'other')
  const numbers = (query: Partial<ComparisonQuery>): number[] => read.comparisons({ ...comparisons, ...query }).rows.map(({ number }) => number)
  const total = (query: Partial<ComparisonQuery>): number => read.comparisons({ ...comparisons, ...query }).total

  expect(numbers({ case: id })).toEqual([1, 2, 3, 4])
  expect(numbers({ case: id, descending: true })).toEqual([4, 3, 2, 1])
  expect(numbers({ case: id, sort: 'cosine' })).toEqual([2, 1, 3, 4])
  expect(numbers({ case: id, sort: 'cosine', descending: true })).toEqual([3, 1, 2, 4])
  expect(numbers({ case: id, decision: 'match' })).toEqual([1, 3])
  expect(numbers({ sort: 'cosine', decision: 'match', descending: true, limit: 1, offset: 1 })).toEqual([1])
  expect(read.comparisons(comparisons).rows.map(({ caseNumber }) => caseNumber)).toEqual(['2024-017', '2024-017', '2024-017', '2024-017', 'other'])
  expect([total({}), total({ decision: 'match' }), total({ decision: 'non-match' }), total({ case: id })]).toEqual([5, 2, 1, 4])

  write.removeComparison(pairs[2]!.id, 'for the test')
  write.addRun(pairs[0]!.id, newRun(-0.1))
  expect([total({}), total({ decision: 'match' }), total({ decision: 'non-match' }), total({ removed: true })]).toEqual([4, 0, 2, 5])
  expect(numbers({ case: id, removed: true, sort: 'changed' })).toHaveLength(4)
  write.restoreComparison(pairs[2]!.id)
  expect([total({}), total({ decision: 'match' })]).toEqual([5, 1])
  write.removeExhibit(other.exhibits[0]!.id, 'for the test')
  expect(read.counts()).toEqual({ cases: 2, exhibits: 3, comparisons: 5 })
})

it('rows name both sides, their marks and what was concluded', async () => {
  const library = await scratchLibrary()
  const { comparison, faceA, faceB } = filledCase(library)
  library.write.markFace(faceA.id, 'Q')
  library.write.markFace(faceB.id, 'K')
  library.write.setChecklistItem(comparison.id, { component: 'ears', finding: 'different', note: '', cause: '' })
  for (const level of ['inconclusive', null]) library.write.saveConclusion(comparison.id, level === null ? 1 : 0, { level, same: '', different: '', rationale: '' }, [])
  expect(library.read.comparisonRow(comparison.id)).toMatchObject({ a: { mark: 'Q-1', name: 'a.jpg' }, b: { mark: 'K-1', name: 'b.jpg' }, checklist: 1, conclusion: null })
})

it('the log is paged from either end, whole or of a case', async () => {
  const library = await scratchLibrary()
  const { id } = filledCase(library)
  const { read } = library
  const all = read.auditLength()
  const sequences = (query: Partial<Parameters<typeof read.audit>[0]>): number[] => read.audit({ case: null, newestFirst: false, offset: 0, limit: 500, ...query }).rows.map(({ sequence }) => sequence)
  expect(sequences({})).toEqual(Array.from({ length: all }, (_, i) => i + 1))
  expect(sequences({ offset: 2, limit: 2 })).toEqual([3, 4])
  expect(sequences({ newestFirst: true, offset: 2, limit: 2 })).toEqual([all - 2, all - 3])
  expect(sequences({ offset: all })).toEqual([])
  expect(sequences({ case: id, newestFirst: true, limit: 1 })).toEqual([all])
  expect(read.audit({ case: id, newestFirst: true, offset: 0, limit: 1 }).total).toBe(all - 1)
})
