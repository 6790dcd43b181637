/** Reports of cases that came in with packages: the logs of the libraries that they came from are in them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AuditRow } from '../../../../src/shared/domain/audit'
import { Report } from '../../../../src/shared/domain/report'
import { hashRow } from '../../../../src/main/evidence/chain'
import { reportLogs } from '../../../../src/main/services/replay/reportLogs'
import { checkReportRecords } from '../../../../src/main/services/replay/reportRecords'
import { readContent } from '../../../../src/main/services/reports/content'
import type { Verification } from '../../../../src/main/services/replay/verification'
import { vidimus } from '../../../support/cli'
import { packCase, path, workedCase } from '../../../services/packages/support'
import { startWorkstation, type Workstation } from '../../../services/support'
import { tamper } from '../../../services/tamper'
import { verifyBench } from './support'

const { engine, folder, photos } = verifyBench()
const [made, old] = ['made', 'old.json'].map(name => join(folder, name)) as [string, string]
const read = (): Report => Report.parse(JSON.parse(readFileSync(join(made, 'report.json'), 'utf8')))

const conclude = (at: Workstation, comparison: string, rationale: string) =>
  at.call('conclusion.save', { comparison, after: at.services.libraries.current().read.conclusions(comparison).length, conclusion: { level: null, same: 'x', different: 'y', rationale } })

it('every record is checked against the log of the library that wrote it, and each log is named with what it speaks of', async () => {
  const [here, there, third] = [await startWorkstation(engine), await startWorkstation(engine), await startWorkstation(engine)]
  for (const [at, laboratory] of [[here, 'Lab A'], [there, 'Lab B']] as const) await at.call('settings.set', { patch: { device: 'cpu', examiner: 'A. Examiner', laboratory } })
  const { id } = await workedCase(here)
  await there.call('package.import', { source: path(await packCase(here, id)) })
  await conclude(there, there.services.libraries.current().read.storedCase(id).comparisons[0]!.id, 'Seen again in the second library')
  // The third has the case as a copy, with ids and a number of its own: it has taken it in once before.
  const onward = await packCase(there, id)
  await third.call('package.import', { source: path(onward) })
  const copy = await third.call('package.import', { source: path(onward), copy: true, number: 'copy' })
  await conclude(third, third.services.libraries.current().read.storedCase(copy.id).comparisons[0]!.id, 'Seen again in the third library')
  const report = await third.call('report.create', { case: copy.id, comparisons: null, language: 'en' })
  cpSync(join(third.folder, 'library/reports', report.id), made, { recursive: true })

  const { status, stdout } = await vidimus(['verify', join(made, 'report.json'), '--evidence', photos, '--json'], folder)
  const found = JSON.parse(stdout) as Verification
  expect([status, found.state, found.faults, found.unchecked, found.notes]).toEqual([0, 'identical', [], [], []])
  expect(found.records).toMatchObject({ differences: 0, unbound: 0 })
  expect(found.logs.map(({ name, ok }) => [name.replace(/[0-9a-f]{12}$/, '...'), ok])).toEqual([
    ['the log of Lab A, which came with package ...', true], ['the log of Lab B, which came with package ...', true], ['the log of the library that made the report', true]
  ])
  // The second library wrote a conclusion and took the case in, the third likewise: both speak of the case by its number, and of one conclusion.
  expect(found.logs.slice(1).map(({ records }) => records)).toEqual([2, 2])
  expect(found.logs[0]!.records).toBe(found.records!.checked - 2)
  const words = await vidimus(['verify', join(made, 'report.json'), '--evidence', photos], folder)
  expect(words.stdout).toMatch(/The log of Lab B, which came with package [0-9a-f]{12} is whole \(\d+ rows, head [0-9a-f]{64}\); it speaks of 2 records\./)

  // As reports were before: the same without the logs that came in.
  const { imported: _left, ...audit } = read().audit!
  writeFileSync(old, JSON.stringify({ ...read(), audit }))
  const before = await vidimus(['verify', old, '--evidence', photos, '--json'], folder)
  expect([before.status, JSON.parse(before.stdout)]).toMatchObject([5, { state: 'incomplete', faults: [], unchecked: [expect.stringContaining('or the case came in with a package')] }])

  tamper(join(third.folder, 'library'), "UPDATE importedLogs SET rows = replace(rows, 'Bridge', 'Ridge')")
  const late = await third.call('report.create', { case: copy.id, comparisons: null, language: 'en' })
  const { limits } = Report.parse(JSON.parse(readFileSync(join(third.folder, 'library/reports', late.id, 'report.json'), 'utf8')))
  expect(limits).toContain('Log 1 of those that the case came in with is not the one that the import put on record: it was changed in this library since.')

  // Who forms a second opinion on the first comparison reads nothing of it in the logs that came along either.
  await third.call('settings.set', { patch: { examiner: 'C. Second' } })
  const library = third.services.libraries.current()
  const [first, second] = library.read.storedCase(copy.id).comparisons
  await third.call('opinion.begin', { comparison: first!.id })
  const { imported, rowsWithheld } = readContent(library, copy.id, [second!.id], 'en', new Date().toISOString())
  expect(JSON.stringify(imported)).not.toMatch(/Seen again|"C-1"/)
  expect(imported.map(({ withheld }) => withheld > 0)).toEqual([true, true])
  expect(rowsWithheld).toBeGreaterThan(imported.reduce((sum, { withheld }) => sum + withheld, 0))
}, 240_000)

/** Rows with every hash made anew, as somebody would who knows how. */
function chainedAnew(rows: readonly AuditRow[]): AuditRow[] {
  const anew: AuditRow[] = []
  for (const row of rows) {
    const before = anew.at(-1)
    const next = before?.sequence === row.sequence - 1 ? { ...row, previous: before.hash } : row
    anew.push({ ...next, hash: hashRow(next) })
  }
  return anew
}

const logOf = (report: Report, index: number) => report.audit!.imported![index]!

/** Writes another rationale into the log of the first library. */
const forge = (report: Report): AuditRow[] => logOf(report, 0).rows.map(row => (row.action === 'conclusion.saved' ? { ...row, details: { ...row.details, rationale: 'Alike' } } : row))

const changes: [string, RegExp, (report: Report) => void][] = [
  ['a conclusion of the first library', /conclusion 1 of C-1: its rationale .* in the log of Lab A, which came with package/, report => void (report.comparisons[0]!.conclusions[0]!.rationale = 'Alike')],
  ['a conclusion of this one', /conclusion 3 of C-1: its rationale .* in the log of the library that made the report/, report => void (report.comparisons[0]!.conclusions[2]!.rationale = 'Alike')],
  ['a row of an imported log', /not whole \(the log of Lab A.*its hash is/, report => void (logOf(report, 0).rows = forge(report))],
  ['a row of an imported log, every hash made anew', /The log of Lab A.* has SHA-256 .*row \d+ of the next log put .* on record/, report => void (logOf(report, 0).rows = chainedAnew(forge(report)))],
  ['a row taken out of an imported log', /The log of Lab B.* has SHA-256/, report => void logOf(report, 1).rows.splice(2, 1)],
  ['the library that a log is said to be of', /What the report says of the log of Lab X/, report => void (logOf(report, 0).from.laboratory = 'Lab X')],
  ['a whole log taken out', /came in with 2 logs of other libraries, and the report holds 1/, report => void report.audit!.imported!.shift()],
  ['all logs taken out', /came in with 2 logs of other libraries, and the report holds 0/, report => void (report.audit!.imported = [])]
]
it.each(changes)('%s is found', (_what, message, change) => {
  const report = read()
  change(report)
  const { logs, faults } = reportLogs(report.audit!)
  expect([...faults, ...checkReportRecords(report, logs).faults].map(fault => fault.message).join('\n')).toMatch(message)
})

it('a log that nothing vouches for, or of which rows are withheld, is not called checked', () => {
  const unvouched = read()
  unvouched.audit!.rows = unvouched.audit!.rows.filter(({ action }) => action !== 'case.imported')
  expect(reportLogs(unvouched.audit!)).toMatchObject({ faults: [], unchecked: [expect.stringMatching(/No row of an import in the report vouches for the log of Lab B/)] })
  const withheld = read()
  logOf(withheld, 1).rows.splice(2, 1)
  logOf(withheld, 1).withheld = 1
  expect(reportLogs(withheld.audit!)).toMatchObject({ faults: [], unchecked: [expect.stringMatching(/^1 row of the log of Lab B.* is withheld/)] })
})
