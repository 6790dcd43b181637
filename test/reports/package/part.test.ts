import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { partOf } from '../../../src/main/reports/package/part'
import { filledCase, scratchLibrary } from '../../cases/support'

it('a report goes with a part only if everything that stays behind came after it', async () => {
  const library = await scratchLibrary()
  const { read, write } = library
  const { id, exhibits, comparison, faceA } = filledCase(library)
  const report = (): string =>
    write.addReport({
      id: randomUUID(), case: id, created: new Date().toISOString(), by: 'A. Examiner', state: 'draft', language: 'en', comparisons: [{ id: comparison.id, number: 1, version: 1 }], pages: 1,
      files: [{ name: 'report.json', sha256: 'e'.repeat(64), size: 1 }], signing: null, seen: read.auditLength()
    }).id
  const before = report()
  write.createComparison(id, faceA.id, exhibits[1]!.faces[1]!.id)
  const after = report()
  const part = partOf(read.storedCase(id), read.auditOfCase(id), [comparison.id])
  expect(part.stored.reports.map(stored => stored.id)).toEqual([before])
  expect(part.rows.filter(({ object }) => object === after)).toEqual([])
  expect(partOf(read.storedCase(id), read.auditOfCase(id), null).stored.reports.map(stored => stored.id)).toEqual([before, after])
})
