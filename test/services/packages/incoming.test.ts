/** Packages of cases that nothing was computed in: what is refused, and what is left where an import fails. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Library } from '../../../src/main/cases/library'
import { PACKING } from '../../../src/main/reports/package/logExtract'
import { pack } from '../../../src/main/reports/package/pack'
import { partOf } from '../../../src/main/reports/package/part'
import { rangesOf } from '../../../src/main/reports/package/ranges'
import { filledCase, scratchFolder, scratchLibrary } from '../../cases/support'
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
