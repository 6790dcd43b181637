import { expect, it } from 'vitest'
import { findScope } from '../../../src/main/hosts/cli/report/findScope'
import { analysed, face, filledCase, newExhibit, photo, scratchLibrary } from '../../cases/support'

/** A case 2026-17 with C-1 to C-3, of which C-2 was taken out, and another one with a comparison of its own. */
async function cases() {
  const library = await scratchLibrary()
  const { id, exhibits: [one, two], comparison: { id: first } } = filledCase(library, '2026-17')
  const [second, third] = one!.faces.map(face => library.write.createComparison(id, face.id, two!.faces[1]!.id).id) as [string, string]
  library.write.removeComparison(second, 'wrong face')
  const other = filledCase(library, '2026-18').comparison.id
  return { library, id, first, second, third, other, find: (...comparison: string[]) => findScope(library, { case: '2026-17', comparison }).comparisons }
}

it('finds comparisons by what an examiner types', async () => {
  const { library, id, first, second, third, find } = await cases()
  for (const typed of ['C-3', 'c-3', 'C3', '3', ' c-3 ', third]) expect([typed, find(typed)]).toEqual([typed, [third]])
  expect(find('C-1,C-3')).toEqual([first, third])
  expect(find('1,', 'c-3')).toEqual([first, third])
  expect(find('C-3', first)).toEqual([third, first])
  expect(find('C-2')).toEqual([second])
  expect(findScope(library, { comparison: [`${third},c-1`] })).toEqual({ case: id, number: '2026-17', comparisons: [third, first] })
  expect(findScope(library, { case: '2026-17' })).toEqual({ case: id, number: '2026-17', comparisons: null })
})

it('names all that are unknown in one error, with those there are', async () => {
  const { library, other, find } = await cases()
  expect(() => find('C-1,C-7', 'Q-1')).toThrow('There is no comparison "C-7", "Q-1" in case 2026-17. It has C-1, C-3.')
  for (const typed of ['C-0', '-1', '1.0', 'C--1', 'C-1-3', '1234567890', other]) expect(() => find(typed)).toThrow(`There is no comparison "${typed}" in case 2026-17. It has C-1, C-3.`)
  expect(() => find(' , ')).toThrow(expect.objectContaining({ code: 'comparison.unnamed' }) as Error)
  expect(() => findScope(library, { comparison: ['C-1'] })).toThrow(expect.objectContaining({ code: 'case.unnamed' }) as Error)
})

it('shortens a long list', async () => {
  const library = await scratchLibrary()
  const { id, faceA } = filledCase(library, '1')
  const { exhibit } = library.write.addExhibit(newExhibit(id, { sha256: 'c'.repeat(64) }))
  const crowd = library.write.setAnalysis(exhibit.id, { photo, analysis: analysed, faces: Array.from({ length: 24 }, (_, i) => face(i)) })
  for (const { id: faceB } of crowd.faces) library.write.createComparison(id, faceA.id, faceB)
  expect(() => findScope(library, { case: '1', comparison: ['26'] })).toThrow(/It has 25: C-1, .*, C-20 \.\.\. C-25\.$/)
})
