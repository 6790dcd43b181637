import { expect, it } from 'vitest'
import { draftCase, filledCase, newRun, scratchLibrary } from './support'

it('keeps cases, exhibits, faces and comparisons with their runs', async () => {
  const { read, write, ...library } = await scratchLibrary()
  const { id, comparison, exhibits, faceA } = filledCase({ read, write, ...library })
  const run = write.addRun(comparison.id, newRun(0.6123))
  expect(exhibits.map(({ number, faces }) => [number, faces.length])).toEqual([[1, 2], [2, 2]])
  expect(read.face(faceA.id)).toEqual(faceA)
  expect(read.run(run.id)).toEqual(run)
  expect(read.comparisonRow(comparison.id)).toMatchObject({ caseNumber: '2024-017', runs: 1, run: { cosine: 0.6123, decision: 'match', number: 1 }, a: { exhibitNumber: 1, mark: 'unmarked' }, checklist: 0, conclusion: null })
  expect(read.case(id)).toMatchObject({ ...draftCase(), status: 'open', revision: 1 })
})
