import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Report } from '../../../../src/shared/domain/report'
import type { Verification } from '../../../../src/main/services/replay/verification'
import { vidimus } from '../../../support/cli'
import { packCase, path, workedCase } from '../../../services/packages/support'
import { startWorkstation } from '../../../services/support'
import { verifyBench } from './support'

const { engine, folder, photos } = verifyBench()
const [made, changed, key] = ['made', 'changed', 'key.pem'].map(name => join(folder, name)) as [string, string, string]

async function verify(...args: string[]): Promise<{ status: number | null; found: Verification }> {
  const { status, stdout } = await vidimus(['verify', ...args, '--json'], folder)
  return { status, found: JSON.parse(stdout) as Verification }
}

it('a signed report is identical when it is computed again; its package goes to another library, locks and all', async () => {
  const [at, there] = [await startWorkstation(engine), await startWorkstation(engine)]
  const { id, comparisons } = await workedCase(at)
  const laboratory = await at.call('key.create', { laboratory: 'Lab A', passphrase: 'ten letters and more' })
  writeFileSync(key, laboratory.publicKey)
  const report = await at.call('report.create', { case: id, comparisons: null, language: 'en', sign: { passphrase: 'ten letters and more' } })
  cpSync(join(at.folder, 'library/reports', report.id), made, { recursive: true })

  const { status, found } = await verify(join(made, 'report.json'), '--evidence', photos, '--key', key)
  expect(found.faults).toEqual([])
  expect([status, found.state, found.signature?.state, found.log?.ok]).toEqual([0, 'identical', 'valid', true])
  expect(found.records).toMatchObject({ differences: 0, unbound: 0 })
  expect(found.runs[0]!.findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['arguments', 'sums of the regions of A', 'maps']))
  expect(await verify(join(made, 'report.json'))).toMatchObject({ status: 5, found: { state: 'incomplete' } })
  expect(await verify(join(made, 'report.pdf'), '--key', key)).toMatchObject({ status: 0, found: { kind: 'document', state: 'identical', signature: { state: 'valid' } } })
  expect(await verify(join(made, 'signature.json'), '--key', key)).toMatchObject({ status: 0, found: { kind: 'signature', state: 'identical' } })

  const file = await packCase(at, id)
  await there.call('package.import', { source: path(file) })
  expect(there.services.libraries.current().read.storedCase(id)).toEqual(at.services.libraries.current().read.storedCase(id))
  expect((await there.call('comparison.get', { id: comparisons[0]! })).locked).toMatchObject({ report: report.id })
  await expect(there.call('comparison.setStage', { id: comparisons[0]!, stage: 'evaluation' })).rejects.toMatchObject({ kind: 'usage' })
  expect(await there.call('report.deliver', { id: report.id, file: 'report.pdf' })).toMatchObject({ kind: 'saved' })
  expect((await there.call('library.verifyRecords', { case: id })).differences).toEqual([])
  await expect(packCase(at, id, { comparisons: [comparisons[0]!] })).rejects.toMatchObject({ kind: 'usage', code: 'package.locked-together' })
  expect(await verify(file)).toMatchObject({ status: 0, found: { state: 'identical' } })
}, 180_000)

it('a German draft from the command line is identical, with its hashes beside it and alone; a changed PDF is found', async () => {
  const at = await startWorkstation(engine)
  await workedCase(at)
  const number = (await at.call('case.list', {})).rows[0]!.number
  const out = join(folder, 'draft.pdf')
  expect(await vidimus(['report', '--library', join(at.folder, 'library'), '--case', number, '--language', 'de', '--out', out], folder)).toMatchObject({ status: 0 })
  const { status, found } = await verify(join(folder, 'draft.json'), '--evidence', photos)
  expect([status, found.state, found.faults, found.notes]).toEqual([0, 'identical', [], []])
  expect(await verify(out)).toMatchObject({ status: 0, found: { state: 'identical' } })

  const alone = join(folder, 'alone')
  mkdirSync(alone)
  copyFileSync(join(folder, 'draft.json'), join(alone, 'draft.json'))
  copyFileSync(out, join(alone, 'draft.pdf'))
  expect(await verify(join(alone, 'draft.json'), '--evidence', photos)).toMatchObject({ status: 0, found: { state: 'identical', notes: [expect.stringContaining('nothing says what its bytes were')] } })
  expect(await verify(join(alone, 'draft.pdf'))).toMatchObject({ status: 5, found: { state: 'incomplete' } })
  copyFileSync(join(folder, 'draft.sha256'), join(alone, 'draft.sha256'))
  writeFileSync(join(alone, 'draft.pdf'), '%PDF-1.7 another')
  expect(await verify(join(alone, 'draft.pdf'))).toMatchObject({ status: 4, found: { state: 'differs' } })
}, 180_000)

it('a folder is what lies in it; a signed PDF without its signature and a report without its log are told', async () => {
  expect(await verify(made, '--evidence', photos, '--key', key)).toMatchObject({ status: 0, found: { kind: 'report' } })
  expect(await verify(photos)).toMatchObject({ status: 3 })
  cpSync(made, changed, { recursive: true })
  rmSync(join(changed, 'signature.json'), { force: true })
  expect(await verify(join(changed, 'report.pdf'))).toMatchObject({ status: 4, found: { faults: [{ code: 'signature.missing' }] } })
  const report = JSON.parse(readFileSync(join(made, 'report.json'), 'utf8')) as Report
  const forged = join(folder, 'forged.json')
  const draft = { ...report, state: 'draft', signing: null }
  writeFileSync(forged, JSON.stringify({ ...draft, audit: null }))
  expect((await verify(forged, '--evidence', photos)).found.faults).toMatchObject([{ code: 'log.missing' }])
  writeFileSync(forged, JSON.stringify({ ...draft, audit: { ...report.audit, rows: report.audit!.rows.filter(({ action }) => action !== 'conclusion.saved') } }))
  expect(await verify(forged, '--evidence', photos)).toMatchObject({ status: 5, found: { state: 'incomplete', unchecked: [expect.stringContaining('are not in the rows of the log')] } })
  rmSync(changed, { recursive: true })
})

const changes: [string, RegExp, (report: Report) => void][] = [
  ['a score', /score/, report => void (report.comparisons[0]!.run!.record.cosine = report.comparisons[0]!.run!.cosine = 0.99)],
  ['an argument', /arguments/, report => void (report.comparisons[0]!.maps!.arguments[7]! += 0.01)],
  ['a region', /regions of A/, report => void (report.comparisons[0]!.maps!.regions.a[2]!.similar *= 3)],
  ['a finding', /checklist of C-1, nose/, report => void (report.comparisons[0]!.checklist.find(({ component }) => component === 'nose')!.finding = 'similar')],
  ['a conclusion', /conclusion 1 of C-1/, report => void (report.comparisons[0]!.conclusions[0]!.rationale = 'They are alike')],
  ['a quality light', /quality lights/, report => void (report.exhibits[0]!.faces[0]!.lights[0]!.light = 'red')],
  ['a limit taken out', /lacks a limit/, report => void (report.comparisons[0]!.limits = report.comparisons[0]!.limits.slice(1))],
  ['a row of the log', /its hash is/, report => void (report.audit!.rows[3]!.who = 'Nobody')]
]
it.each(changes)('names %s, also where the hashes beside it are gone', async (_what, names, change) => {
  cpSync(made, changed, { recursive: true })
  const report = JSON.parse(readFileSync(join(made, 'report.json'), 'utf8')) as Report
  change(report)
  rmSync(join(changed, 'report.json'), { force: true })
  writeFileSync(join(changed, 'report.json'), JSON.stringify(report))
  for (const name of ['report.sha256', 'signature.json']) rmSync(join(changed, name), { force: true })
  const { status, found } = await verify(join(changed, 'report.json'), '--evidence', photos)
  expect(status).toBe(4)
  const said = [...found.faults.map(({ message }) => message), ...found.runs.flatMap(({ findings }) => findings.filter(({ state }) => state === 'differs').map(({ message }) => message))]
  expect(said.join('\n')).toMatch(names)
})

it('one changed byte of the PDF or of the JSON is found by the hashes beside it', async () => {
  for (const name of ['report.pdf', 'report.json']) {
    rmSync(changed, { recursive: true, force: true })
    cpSync(made, changed, { recursive: true })
    const bytes = readFileSync(join(made, name))
    const at = bytes.lastIndexOf('"laboratory"') > 0 ? bytes.lastIndexOf('Lab') : bytes.length >> 1
    bytes[at]! ^= 1
    rmSync(join(changed, name))
    writeFileSync(join(changed, name), bytes)
    const { status, found } = await verify(join(changed, name), '--evidence', photos)
    expect(status, name).toBe(4)
    expect(found.faults.map(({ message }) => message).join('\n')).toContain(`${name} was changed`)
  }
})
