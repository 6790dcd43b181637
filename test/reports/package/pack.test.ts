import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ChangedFileError, pack, type Packing } from '../../../src/main/reports/package/pack'
import { checkPackage } from '../../../src/main/reports/package/check'
import { extractText, readExtract, PACKING } from '../../../src/main/reports/package/logExtract'
import { partOf } from '../../../src/main/reports/package/part'
import { missingFrom, rangesOf } from '../../../src/main/reports/package/ranges'
import { openZip } from '../../../src/main/reports/package/zip/readZip'
import type { Library } from '../../../src/main/cases/library'
import { draftCase, filledCase, newExhibit, scratchFolder, scratchLibrary } from '../../cases/support'

const watch = { progress: () => undefined, signal: new AbortController().signal }
const NOTHING = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'

/** A case of one exhibit, one zero byte long, in a library that holds another case, too. */
async function packing(): Promise<{ packing: Packing; library: Library; photo: string }> {
  const library = await scratchLibrary()
  const { write, read } = library
  const { id } = write.createCase(draftCase('1'))
  filledCase(library, '2')
  write.addExhibit(newExhibit(id, { sha256: NOTHING, size: 1 }))
  const rows = rangesOf(read.auditOfCase(id).map(({ sequence }) => sequence))
  write.note({ action: PACKING, case: id, object: id, details: { rows }, looking: true })
  const photo = join(library.folder, 'photo')
  writeFileSync(photo, Buffer.alloc(1))
  const maker = { created: '2026-01-01T00:00:00.000Z', by: 'A', laboratory: 'Lab', program: 'Vidimus', head: read.auditHead()! }
  return { library, photo, packing: { ...partOf(read.storedCase(id), read.auditOfCase(id), null), maker, earlier: [], maps: [], evidence: [{ path: photo, size: 1, sha256: NOTHING }], reports: [], sign: null } }
}

it('the same state and time give the same bytes, and what is packed is found whole', async () => {
  const { packing: what } = await packing()
  const [first, second] = ['a', 'b'].map(name => join(scratchFolder(), name))
  const sha256 = await pack(what, first!, watch)
  expect(await pack(what, second!, watch)).toBe(sha256)
  const zip = await openZip(first!)
  const { faults, records, sha256: found, log } = await checkPackage(zip, [], watch)
  zip.close()
  expect([faults, found, log?.ok, log?.gaps]).toEqual([[], sha256, true, expect.any(Number)])
  expect(records?.differences).toEqual([])
})

it.each([['another byte', Buffer.from([1])], ['another size', Buffer.alloc(2)]])('%s in a photo ends the packing, and nothing is left', async (_what, bytes) => {
  const { packing: what, photo } = await packing()
  writeFileSync(photo, bytes)
  const to = join(scratchFolder(), 'a')
  await expect(pack(what, to, watch)).rejects.toBeInstanceOf(ChangedFileError)
  await expect(openZip(to)).rejects.toMatchObject({ code: 'package.unreadable' })
})

it('a row taken out of an extract is found, whichever it is, but for the one that announces the package', async () => {
  const { packing: { rows, maker: { head } } } = await packing()
  expect(readExtract(extractText(rows), head).verdict).toMatchObject({ ok: true, broken: null })
  for (const gone of rows.slice(0, -1)) {
    const { verdict } = readExtract(extractText(rows.filter(row => row !== gone)), head)
    expect(verdict.broken?.reason, `row ${gone.sequence}`).toMatch(/missing|hash of the row before/)
  }
})

it('ranges say which numbers there are, and which are missing', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }).map(list => list.sort((a, b) => a - b))
  fc.assert(fc.property(numbers, fc.nat(), (list, pick) => {
    const ranges = rangesOf(list)
    const gone = list[pick % list.length]!
    expect(missingFrom(ranges, new Set(list))).toEqual([])
    expect(missingFrom(ranges, new Set(list.filter(number => number !== gone)))).toEqual([gone])
  }))
})
