import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../../src/main/cases/library'
import { canonicalJson } from '../../../src/main/evidence/canonicalJson'
import { evidencePath } from '../../../src/main/evidence/evidenceStore'
import { reportFileName } from '../../../src/main/reports/package/names'
import { openZip } from '../../../src/main/reports/package/zip/readZip'
import { importCase } from '../../../src/main/services/packages/importCase'
import { stage } from '../../../src/main/services/packages/staging'
import { buildCli, startVidimus, vidimus } from '../../support/cli'
import { jsonIn, readPackage, setJson, withCase, writePackage } from '../../support/repack'
import { startEngine, startWorkstation, type Workstation } from '../support'
import { packCase, path, workedCase } from './support'

const engine = startEngine()
const folder = mkdtempSync(join(tmpdir(), 'vidimus-packages-'))
const file = join(folder, 'case.vidimus')
let caseId = ''
let hashes: string[] = []

beforeAll(buildCli)
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

/** Everything that an import may touch, as it is now. */
const state = ({ folder: at, read }: Library) => ({ files: filesIn(at), rows: read.auditLength(), counts: read.counts() })
const filesIn = (at: string): string[] => readdirSync(at, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !/sqlite|lock|anchor/.test(entry.name)).map(({ name }) => name).sort()

async function unchanged(at: Workstation, work: () => Promise<unknown>): Promise<void> {
  const library = at.services.libraries.current()
  const before = state(library)
  await work()
  expect(state(library)).toEqual(before)
}

const request = { source: path(file), copy: false, number: null }
const signal = new AbortController().signal
const OTHER_CASE = '11111111-e532-4503-9345-5fbfa8113999'

interface LogRow {
  sequence: number
  hash: string
  previous: string
}

/** A log whose rows were changed, with every hash made anew. */
function chainedAnew(text: string): { head: Pick<LogRow, 'sequence' | 'hash'>; rows: string } {
  const rows: LogRow[] = []
  for (const line of text.trim().split('\n')) {
    const { hash: _old, ...row } = JSON.parse(line) as LogRow
    const before = rows.at(-1)
    if (before?.sequence === row.sequence - 1) row.previous = before.hash
    rows.push({ ...row, hash: createHash('sha256').update(canonicalJson(row)).digest('hex') })
  }
  const { sequence, hash } = rows.at(-1)!
  return { head: { sequence, hash }, rows: rows.map(row => `${canonicalJson(row)}\n`).join('') }
}

it('a package can be cancelled, and stops at bytes that were changed: on record, and nothing is handed out', async () => {
  const at = await startWorkstation(engine)
  const { id } = await workedCase(at)
  copyFileSync(await packCase(at, id), file)
  const library = at.services.libraries.current()
  ;[caseId, hashes] = [id, library.read.storedCase(id).exhibits.map(({ sha256 }) => sha256)]
  rmSync(join(at.delivered, '2026-7.vidimus'))
  const controller = new AbortController()
  await expect(at.call('package.export', { case: id, comparisons: null, evidence: true }, { signal: controller.signal, report: () => controller.abort() })).rejects.toMatchObject({ kind: 'cancelled' })
  expect(library.read.auditOfCase(id).slice(-2).map(({ action }) => action)).toEqual(['package.begun', 'package.failed'])
  const stored = evidencePath(library.folder, hashes[1]!)
  const original = readFileSync(stored)
  chmodSync(stored, 0o644)
  for (const bytes of [Buffer.concat([original, Buffer.from([0])]), Buffer.from(original).fill(1, 600, 601)]) {
    writeFileSync(stored, bytes)
    await expect(packCase(at, id)).rejects.toMatchObject({ kind: 'input', code: 'evidence.failed', message: expect.stringContaining('E-2 "sample6.jpg"') as string })
  }
  expect(library.read.storedCase(id).exhibits[1]!.evidence.state).toBe('failed')
  expect([readdirSync(at.delivered), readdirSync(join(at.folder, 'outgoing'))]).toEqual([[], []])
})

it('a faulty package, a cancelled import and one that the database refuses at the end leave everything as it was', async () => {
  const at = await startWorkstation(engine)
  const changed = join(folder, 'changed.vidimus')
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(changed, bytes)
  await unchanged(at, () => expect(at.call('package.import', { source: path(changed) })).rejects.toMatchObject({ kind: 'input', code: 'package.faulty' }))
  await withCase(file, changed, stored => void (stored.case.purpose = 'Another'))
  await unchanged(at, () => expect(at.call('package.import', { source: path(changed) })).rejects.toMatchObject({ code: 'package.faulty', message: expect.stringContaining('purpose') as string }))
  await unchanged(at, () => expect(at.call('package.import', { source: path(join(folder, 'none')) })).rejects.toMatchObject({ code: 'package.unreadable' }))
  for (const step of ['Verifying the package', 'Taking in the files']) {
    const controller = new AbortController()
    const report = (progress: { step: string }): void => void (progress.step === step && controller.abort())
    await unchanged(at, () => expect(importCase(at.services, request, { report, signal: controller.signal })).rejects.toMatchObject({ kind: 'cancelled' }))
  }
  const library = at.services.libraries.current()
  const take = ({ step }: { step: string }): void => {
    if (step === 'Taking in the files' && library.read.caseNumbered('2026-7') === null) library.write.createCase({ number: '2026-7', title: '', purpose: 'x', examiner: 'y', notes: '', tags: [], blindFirst: false })
  }
  const before = state(library)
  await expect(importCase(at.services, request, { report: take, signal })).rejects.toMatchObject({ code: 'package.collision' })
  expect(state(library)).toEqual({ ...before, rows: before.rows + 1, counts: { ...before.counts, cases: 1 } })
  await at.call('package.import', { source: path(file), number: '2026-8' })
  expect((await at.call('library.verifyRecords', { case: null })).differences).toEqual([])
})

it('ids that another case has are refused in plain words, and the files that lie there stay', async () => {
  const at = await startWorkstation(engine)
  await at.call('package.import', { source: path(file) })
  const other = join(folder, 'other.vidimus')
  const contents = await readPackage(file)
  for (const name of ['case.json', 'manifest.json', 'log.jsonl']) contents.set(name, Buffer.from(contents.get(name)!.toString().replaceAll(caseId, OTHER_CASE).replaceAll('"number":"2026-7"', '"number":"2026-9"')))
  const { head, rows } = chainedAnew(contents.get('log.jsonl')!.toString())
  contents.set('log.jsonl', Buffer.from(rows))
  setJson(contents, 'manifest.json', { ...jsonIn<object>(contents, 'manifest.json'), head })
  await writePackage(other, contents)
  await unchanged(at, () => expect(at.call('package.import', { source: path(other) })).rejects.toMatchObject({ kind: 'usage', code: 'package.collision', message: expect.stringMatching(/brings .* under an id that this library has already/) as string }))
  expect((await at.call('package.import', { source: path(other), copy: true })).number).toBe('2026-9')
  expect((await at.call('library.verifyRecords', { case: null })).differences).toEqual([])
})

it('undoing takes out what the import placed, and neither a report that was there nor a photo that an exhibit has by now', async () => {
  const at = await startWorkstation(engine)
  const library = at.services.libraries.current()
  const [used, unused] = hashes as [string, string]
  const [there, empty] = ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'] as const
  const contents = await readPackage(file)
  const text = Buffer.from('{}')
  const name = 'report.json'
  contents.set(reportFileName(there, name), text)
  await writePackage(join(folder, 'staged.vidimus'), contents)
  mkdirSync(join(library.folder, 'reports', there), { recursive: true })
  writeFileSync(join(library.folder, 'reports', there, name), 'kept')
  const zip = await openZip(join(folder, 'staged.vidimus'))
  const reports = [{ from: empty, to: empty, files: [] }, { from: there, to: there, files: [{ name, sha256: createHash('sha256').update(text).digest('hex') }] }]
  const staged = await stage(zip, library, { evidence: hashes, reports }, { progress: () => undefined, signal })
  const { id } = library.write.createCase({ number: '1', title: '', purpose: 'x', examiner: 'y', notes: '', tags: [], blindFirst: false })
  library.write.addExhibit({ case: id, name: 'a', path: null, sha256: used, size: 5, modified: null, provenance: { source: '', receivedFrom: '', receivedAt: null } })
  await expect(staged.place()).rejects.toMatchObject({ kind: 'fault' })
  await staged.clear()
  zip.close()
  expect(readFileSync(join(library.folder, 'reports', there, name), 'utf8')).toBe('kept')
  expect([used, unused].map(sha256 => existsSync(evidencePath(library.folder, sha256)))).toEqual([true, false])
})

it('of two imports at once into a library, the second is refused', async () => {
  const at = await startWorkstation(engine)
  const first = at.call('package.import', { source: path(file) })
  await expect(at.call('package.import', { source: path(file) })).rejects.toMatchObject({ kind: 'usage', code: 'package.busy' })
  expect(await first).toMatchObject({ id: caseId })
  expect(hashes.map(sha256 => existsSync(evidencePath(at.services.libraries.current().folder, sha256)))).toEqual([true, true])
})

it('killed in the middle, a library is as it was or has the case whole', async () => {
  const library = join(folder, 'killed')
  const outcomes = new Set<string>()
  for (let round = 0; round < 4; round++) {
    rmSync(library, { recursive: true, force: true })
    await vidimus(['call', 'library.status', '--library', library], folder)
    const { process: child, finished } = startVidimus(['call', 'package.import', JSON.stringify({ source: path(file) }), '--library', library], folder)
    // The first photo gets its place shortly before the database is written; a process that is quicker was not killed, and no harm.
    const watch = setInterval(() => existsSync(evidencePath(library, hashes[round % 2]!)) && child.kill('SIGKILL'), 0)
    await finished
    clearInterval(watch)
    outcomes.add(await outcome(library))
  }
  expect(outcomes.size).toBeGreaterThan(0)
}, 120_000)

async function outcome(at: string): Promise<string> {
  const library = await openLibrary(at, { mode: 'write', create: true, actor: () => ({ who: 'x', where: 'y' }) })
  try {
    const isThere = library.read.hasCase(caseId)
    expect(hashes.map(sha256 => existsSync(evidencePath(at, sha256)))).toEqual([isThere, isThere])
    if (isThere) expect(library.read.storedCase(caseId).comparisons).toHaveLength(2)
    return String(isThere)
  } finally {
    library.close()
  }
}

it('what an import placed before it was killed is taken out again when the library is opened, and what a case has stays', async () => {
  const at = join(folder, 'swept')
  const open = () => openLibrary(at, { mode: 'write', create: true, actor: () => ({ who: 'x', where: 'y' }) })
  const report = '00000000-0000-4000-8000-000000000001'
  ;(await open()).close()
  const place = (sha256: string): void => {
    mkdirSync(join(at, 'evidence', sha256.slice(0, 2)), { recursive: true })
    writeFileSync(evidencePath(at, sha256), 'bytes')
  }
  const [known, left] = ['a'.repeat(64), 'b'.repeat(64)]
  const library = await open()
  const { id } = library.write.createCase({ number: '1', title: '', purpose: 'x', examiner: 'y', notes: '', tags: [], blindFirst: false })
  library.write.addExhibit({ case: id, name: 'a', path: null, sha256: known, size: 5, modified: null, provenance: { source: '', receivedFrom: '', receivedAt: null } })
  library.close()
  for (const sha256 of [known, left]) place(sha256)
  mkdirSync(join(at, 'reports', report), { recursive: true })
  mkdirSync(join(at, 'evidence/incoming/import-1'), { recursive: true })
  writeFileSync(join(at, 'evidence/incoming/import-1/placing.json'), JSON.stringify({ evidence: [known, left], reports: [report] }))
  ;(await open()).close()
  expect([known, left].map(sha256 => existsSync(evidencePath(at, sha256)))).toEqual([true, false])
  expect([existsSync(join(at, 'reports', report)), existsSync(join(at, 'evidence/incoming'))]).toEqual([false, false])
})
