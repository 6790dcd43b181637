/** Packages of cases that nothing was computed in: what is refused, and what is left where an import fails. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Library } from '../../../src/main/cases/library'
import { libraryPaths } from '../../../src/main/cases/paths'
import { evidencePath } from '../../../src/main/evidence/evidenceStore'
import { PACKING } from '../../../src/main/reports/package/logExtract'
import { pack } from '../../../src/main/reports/package/pack'
import { partOf } from '../../../src/main/reports/package/part'
import { rangesOf } from '../../../src/main/reports/package/ranges'
import { openZip } from '../../../src/main/reports/package/zip/readZip'
import { takeIn } from '../../../src/main/services/exhibits/takeIn'
import { stage, type Staged } from '../../../src/main/services/packages/staging'
import { draftCase, filledCase, newExhibit, scratchFolder, scratchLibrary } from '../../cases/support'
import { demo } from '../../support/cli'
import { withCase } from '../../support/repack'
import { startEngine, startWorkstation } from '../support'
import { path } from './support'

const engine = startEngine()
afterAll(() => engine.close())

const watch = { progress: () => undefined, signal: new AbortController().signal }
const photo = readFileSync(demo(3))
const sha256 = createHash('sha256').update(photo).digest('hex')

/** Packs a case; its photo, where it goes along, is the demo's. */
async function packed({ read, write }: Library, id: string, evidence: boolean): Promise<string> {
  write.note({ action: PACKING, case: id, object: id, details: { rows: rangesOf(read.auditOfCase(id).map(({ sequence }) => sequence)) }, looking: true })
  const maker = { created: '2026-01-01T00:00:00.000Z', by: 'A', laboratory: 'Lab', program: 'Vidimus', head: read.auditHead()! }
  const file = join(scratchFolder(), 'case.vidimus')
  await pack({ ...partOf(read.storedCase(id), read.auditOfCase(id), null), maker, earlier: [], maps: [], evidence: evidence ? [{ path: demo(3), size: photo.length, sha256 }] : null, reports: [], sign: null }, file, watch)
  return file
}

it('two parts with one id are named, as an input error, and nothing is staged', async () => {
  const [at, there] = [await startWorkstation(engine), await scratchLibrary()]
  const file = await packed(there, filledCase(there).id, false)
  expect((await at.call('package.inspect', { source: path(file) })).faults).toEqual([])
  const changed = join(scratchFolder(), 'changed.vidimus')
  await withCase(file, changed, ({ exhibits }) => void (exhibits[1]!.faces[1]!.id = exhibits[0]!.faces[1]!.id))
  const message = expect.stringMatching(/case\.json can't be right: face 1 of exhibit E-1 and face 1 of exhibit E-2 have the same id, [0-9a-f-]{36}\./) as string
  const steps: string[] = []
  const report = ({ step }: { step: string }): void => void steps.push(step)
  for (const more of [{}, { copy: true, number: 'copy' }]) await expect(at.call('package.import', { source: path(changed), ...more }, { report })).rejects.toMatchObject({ kind: 'input', code: 'package.faulty', message })
  expect(steps).not.toContain('Taking in the files')
  expect((await at.call('package.inspect', { source: path(changed) })).faults[0]).toMatchObject({ code: 'package.case', where: 'case.json', message })
  expect(at.services.libraries.current().read.counts()).toMatchObject({ cases: 0 })
})

it('a photo that an exhibit is being made of stays when the import that placed it is undone', async () => {
  const [at, there] = [await startWorkstation(engine), await scratchLibrary()]
  const library = at.services.libraries.current()
  const { id: other } = there.write.createCase(draftCase())
  there.write.addExhibit(newExhibit(other, { sha256, size: photo.length }))
  const zip = await openZip(await packed(there, other, true))
  const { id } = library.write.createCase(draftCase())
  const placed = async (): Promise<Staged> => {
    const staged = await stage(zip, library, { evidence: [sha256], reports: [] }, watch)
    await staged.place()
    return staged
  }
  /** The exhibit finds its photo in its place; then, before it has a row, the import is undone. */
  const takeInWhileUndoing = (staged: Staged) => {
    const addExhibit: typeof library.write.addExhibit = exhibit => {
      expect(library.read.usesEvidence(sha256)).toBe(false)
      staged.undo()
      return library.write.addExhibit(exhibit)
    }
    const destination = { library: { ...library, write: { ...library.write, addExhibit } }, host: at.services.host, case: id, provenance: { source: '', receivedFrom: '', receivedAt: null } }
    return takeIn(destination, { name: 'photo.jpg', path: demo(3), upload: null, from: demo(3), modified: null })
  }

  library.write.updateCase(id, 1, { status: 'closed' })
  const first = await placed()
  await expect(takeInWhileUndoing(first)).rejects.toMatchObject({ code: 'case.closed' })
  expect(existsSync(evidencePath(library.folder, sha256))).toBe(true)
  // No exhibit came of it: nobody holds the photo any more.
  first.undo()
  expect(existsSync(evidencePath(library.folder, sha256))).toBe(false)
  await first.clear()

  library.write.updateCase(id, library.read.case(id).revision, { status: 'open' })
  const second = await placed()
  expect(await takeInWhileUndoing(second)).toMatchObject({ added: true, exhibit: { sha256 } })
  second.undo()
  await second.clear()
  zip.close()
  expect(await at.call('library.verifyEvidence', { case: id })).toMatchObject({ checked: 1, failed: [] })
  expect(readdirSync(libraryPaths(library.folder).incoming)).toEqual([])
})
