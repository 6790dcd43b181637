import { expect, it } from 'vitest'
import type { StoredCase } from '../../../src/shared/domain/storedCase'
import { doubles } from '../../../src/main/reports/package/doubles'
import { filledCase, newRun, scratchLibrary } from '../../cases/support'

/** A case of two exhibits with faces, and two comparisons with two runs each. */
async function storedCase(): Promise<StoredCase> {
  const library = await scratchLibrary()
  const { id, comparison, faceA, faceB } = filledCase(library)
  const other = library.write.createComparison(id, faceB.id, faceA.id)
  for (const of of [comparison, other]) for (const cosine of [0.1, 0.2]) library.write.addRun(of.id, newRun(cosine))
  library.write.setChecklistItem(comparison.id, { component: 'nose', finding: 'similar', note: '', cause: '' })
  for (const use of ['A look', 'Another']) library.write.endUse(library.write.beginUse(id, use).id)
  return library.read.storedCase(id)
}

it('a case as it is stored holds nothing twice', async () => {
  expect(doubles(await storedCase())).toEqual([])
})

it.each<[string, (stored: StoredCase) => void, RegExp]>([
  ['uses', ({ uses }) => void (uses[1]!.id = uses[0]!.id), /^the use by .* begun .* and the use by .* have the same id, [0-9a-f-]{36}\.$/],
  ['exhibits', ({ exhibits }) => void (exhibits[1]!.id = exhibits[0]!.id), /^exhibit E-1 and exhibit E-2 have the same id/],
  ['faces of two exhibits', ({ exhibits }) => void (exhibits[1]!.faces[0]!.id = exhibits[0]!.faces[1]!.id), /^face 1 of exhibit E-1 and face 0 of exhibit E-2 have the same id/],
  ['comparisons', ({ comparisons }) => void (comparisons[1]!.id = comparisons[0]!.id), /^comparison C-1 and comparison C-2 have the same id/],
  ['runs of two comparisons', ({ comparisons }) => void (comparisons[1]!.runs[0]!.id = comparisons[0]!.runs[1]!.id), /^run 2 of C-1 and run 1 of C-2 have the same id/],
  ['a number of an exhibit', ({ exhibits }) => void (exhibits[1]!.number = 1), /two of what is called "exhibit E-1"/],
  ['a number of a run', ({ comparisons }) => void (comparisons[0]!.runs[1]!.number = 1), /two of what is called "run 1 of C-1"/],
  ['a component of the checklist', ({ comparisons }) => void comparisons[0]!.checklist.push(comparisons[0]!.checklist[0]!), /two of what is called "checklist of C-1, nose"/],
  ['a tag', ({ case: { tags } }) => void tags.push('cold', 'cold'), /two of what is called "tag cold"/]
])('%s: what is there twice is named', async (_what, change, message) => {
  const stored = await storedCase()
  change(stored)
  expect(doubles(stored)).toEqual([expect.stringMatching(message)])
})
