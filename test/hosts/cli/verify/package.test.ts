import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditRow } from '../../../../src/shared/domain/audit'
import type { PackageManifest } from '../../../../src/shared/domain/casePackage'
import { random, randomBelow } from '../../../../src/shared/random'
import type { StoredCase } from '../../../../src/shared/domain/storedCase'
import { canonicalJson } from '../../../../src/main/evidence/canonicalJson'
import { hashRow } from '../../../../src/main/evidence/chain'
import { checkPackage } from '../../../../src/main/reports/package/check'
import { openZip } from '../../../../src/main/reports/package/zip/readZip'
import { mapsName } from '../../../../src/main/reports/package/names'
import type { Verification } from '../../../../src/main/services/replay/verification'
import { buildCli, demo, vidimus } from '../../../support/cli'
import { flipped, readPackage, withCase, writePackage, type Contents } from '../../../support/repack'
import { packCase, workedCase } from '../../../services/packages/support'
import { startEngine, startWorkstation } from '../../../services/support'

const engine = startEngine()
const folder = mkdtempSync(join(tmpdir(), 'vidimus-verify-'))
const [whole, bare, signed, key, changed] = ['whole.vidimus', 'bare.vidimus', 'signed.vidimus', 'key.pem', 'changed.vidimus'].map(name => join(folder, name)) as [string, string, string, string, string]

beforeAll(buildCli)
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

async function verify(...args: string[]): Promise<{ status: number | null; found: Verification }> {
  const { status, stdout } = await vidimus(['verify', ...args, '--json'], folder)
  return { status, found: JSON.parse(stdout) as Verification }
}

const said = ({ faults, runs }: Verification): string => [...faults.map(({ message }) => message), ...runs.flatMap(({ findings, missing }) => [missing ?? '', ...findings.filter(({ state }) => state === 'differs').map(({ message }) => message)])].join('\n')

it('a package made in one process is identical in another, and says so', async () => {
  const at = await startWorkstation(engine)
  const { id } = await workedCase(at)
  copyFileSync(await packCase(at, id), whole)
  copyFileSync(await packCase(at, id, { evidence: false }), bare)
  const made = await at.call('key.create', { laboratory: 'Lab A', passphrase: 'ten letters and more' })
  writeFileSync(key, made.publicKey)
  copyFileSync(await packCase(at, id, { sign: { passphrase: 'ten letters and more' } }), signed)
  const { status, found } = await verify(whole)
  expect([status, found.state, said(found).trim()]).toEqual([0, 'identical', ''])
  expect(found.records).toMatchObject({ differences: 0 })
  expect(found.runs[0]!.findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['score', 'strongest arguments', 'maps', 'score of the enhanced copies', 'decision', 'limits', 'alignment of A']))
  const words = await vidimus(['verify', whole], folder)
  expect(words.stdout).toContain('IDENTICAL')
  expect(words.stdout).toContain('Run 1 of C-1: identical')
}, 180_000)

it('another precision is told with the largest difference of each kind', async () => {
  const { status, found } = await verify(whole, '--precision', 'fast')
  expect(['equal', 'differs']).toContain(found.state)
  expect(status).toBe(found.state === 'equal' ? 0 : 4)
  const score = found.runs[0]!.findings.find(({ what }) => what === 'score')!
  expect(score.by).toBeGreaterThan(0)
  expect(score.by).toBeLessThan(1e-4)
  expect(found.runs[0]!.findings.find(({ what }) => what === 'maps')!.by).toBeGreaterThan(0)
})

describe('photos that are not in the package', () => {
  it('are missed, which is not "identical"; in a folder they are found by their bytes; a changed one is named', async () => {
    const missing = await verify(bare)
    expect([missing.status, missing.found.state]).toEqual([5, 'incomplete'])
    expect(missing.found.runs[0]!.missing).toContain('"sample3.jpg"')
    const photos = join(folder, 'photos', 'below')
    mkdirSync(photos, { recursive: true })
    copyFileSync(demo(3), join(photos, 'renamed.bin'))
    copyFileSync(demo(6), join(photos, 'sample6.jpg'))
    expect(await verify(bare, '--evidence', join(folder, 'photos'))).toMatchObject({ status: 0, found: { state: 'identical' } })
    const bytes = readFileSync(demo(6))
    bytes[5000]! ^= 1
    writeFileSync(join(photos, 'sample6.jpg'), bytes)
    const tampered = await verify(bare, '--evidence', join(folder, 'photos'))
    expect(tampered.status).toBe(5)
    expect(tampered.found.runs[0]!.missing).toMatch(/sample6\.jpg" was changed: its SHA-256 is/)
  })
})

it('a signature is checked against the key that is given', async () => {
  expect((await verify(signed)).found.signature).toMatchObject({ state: 'unknown-key', signer: 'A. Examiner' })
  expect(await verify(signed, '--key', key)).toMatchObject({ status: 0, found: { signature: { state: 'valid', laboratory: 'Lab A' } } })
  const unsigned = await verify(whole, '--key', key)
  expect([unsigned.status, unsigned.found.faults[0]?.code]).toEqual([4, 'signature.other'])
  await writePackage(changed, await edited(signed, contents => contents.set('log.jsonl', Buffer.concat([contents.get('log.jsonl')!]))))
  expect((await verify(changed, '--key', key)).status).toBe(0)
  await withCase(signed, changed, stored => void (stored.case.title = 'Another'))
  const broken = await verify(changed, '--key', key)
  expect([broken.status, broken.found.signature!.state]).toEqual([4, 'broken'])
})

async function edited(from: string, change: (contents: Contents) => void): Promise<Contents> {
  const contents = await readPackage(from)
  change(contents)
  return contents
}

const lastRun = (stored: StoredCase) => stored.comparisons[0]!.runs.at(-1)!

const tamperings: [string, RegExp, (stored: StoredCase, contents: Contents) => void][] = [
  ['a score', /score/, stored => {
    const run = lastRun(stored)
    run.cosine = run.record.cosine = run.cosine + 0.2
    run.record.distance = run.cosine - run.threshold
  }],
  ['a score by little', /score/, stored => {
    const run = lastRun(stored)
    run.cosine = run.record.cosine = run.cosine + 2e-4
    run.record.distance = run.cosine - run.threshold
  }],
  ['the points', /score|alignment/, stored => void (lastRun(stored).record.a.points!.nose.x += 4)],
  ['the threshold', /threshold/, stored => {
    const run = lastRun(stored)
    run.threshold = run.record.threshold = 0.5
  }],
  ['a decision', /decision/, stored => {
    const run = lastRun(stored)
    run.decision = run.record.decision = run.decision === 'match' ? 'non-match' : 'match'
  }],
  ['an argument', /strongest arguments/, stored => void (lastRun(stored).record.arguments.strongest.positive[0]!.value += 0.01)],
  ['the wording', /wording of the decision/, stored => void (lastRun(stored).record.wording.statement = 'A match.')],
  ['a limit taken out', /limits/, stored => void lastRun(stored).record.wording.limits.pop()],
  ['the error rates', /calibrated/, stored => {
    const origin = lastRun(stored).record.thresholdOrigin
    if (origin.kind === 'calibrated') origin.falseMatches.rate = 0
  }],
  ['the maps', /maps/, (stored, contents) => {
    const name = mapsName(lastRun(stored).id)
    const maps = Buffer.from(contents.get(name)!)
    maps.writeFloatLE(maps.readFloatLE(4000) * 3 + 1, 4000)
    contents.set(name, maps)
    const manifest = JSON.parse(contents.get('manifest.json')!.toString()) as PackageManifest
    Object.assign(manifest.maps[0]!, { asRecorded: false })
    contents.set('manifest.json', Buffer.from(canonicalJson(manifest)))
  }],
  ['the model', /other bytes|model/, stored => {
    const run = lastRun(stored)
    run.modelSha256 = run.record.model.sha256 = 'a'.repeat(64)
  }],
  ['the hash of a photo', /photo|hash/, stored => void (stored.exhibits[0]!.sha256 = lastRun(stored).record.a.sha256 = 'b'.repeat(64))],
  ['the checklist', /checklist of C-1, nose/, stored => void (stored.comparisons[0]!.checklist[0]!.finding = 'similar')],
  ['a conclusion', /conclusion 1 of C-1/, stored => void (stored.comparisons[0]!.conclusions[0]!.rationale = 'They are alike')],
  ['a conclusion taken out', /conclusion 1 of C-1/, stored => void stored.comparisons[0]!.conclusions.pop()],
  ['a run taken out', /run 1 of C-2/, (stored, contents) => {
    const run = stored.comparisons[1]!.runs.pop()!
    contents.delete(mapsName(run.id))
    const manifest = JSON.parse(contents.get('manifest.json')!.toString()) as PackageManifest
    manifest.maps.pop()
    contents.set('manifest.json', Buffer.from(canonicalJson(manifest)))
  }],
  ['an annotation', /annotation 1 of C-1/, stored => void (stored.comparisons[0]!.annotations[0]!.text = 'Mole')],
  ['the purpose', /purpose/, stored => void (stored.case.purpose = 'Something else')],
  ['who received an exhibit', /received from/, stored => void (stored.exhibits[0]!.receivedFrom = 'Nobody')],
  ['a row of the log taken out', /row \d+ is of this case .* missing/, (_stored, contents) => {
    const lines = contents.get('log.jsonl')!.toString().split('\n')
    lines.splice(lines.findIndex(line => line.includes('"case.begun"')), 1)
    contents.set('log.jsonl', Buffer.from(lines.join('\n')))
  }],
  ['a row of the log', /its hash is/, (_stored, contents) => void contents.set('log.jsonl', Buffer.from(contents.get('log.jsonl')!.toString().replace('"who":"A. Examiner"', '"who":"B. Examiner"')))],
  ['a row of the log, with its hash made anew', /names [0-9a-f]{64} as the hash of the row before/, (_stored, contents) => {
    const lines = contents.get('log.jsonl')!.toString().split('\n')
    const at = lines.findIndex(line => line.includes('"face.marked"'))
    const row = JSON.parse(lines[at]!) as AuditRow
    row.who = 'B. Examiner'
    lines[at] = canonicalJson({ ...row, hash: hashRow(row) })
    contents.set('log.jsonl', Buffer.from(lines.join('\n')))
  }]
]
it.each(tamperings)('names %s although every hash was made anew', async (_what, names, change) => {
  await withCase(whole, changed, change)
  const { status, found } = await verify(changed)
  expect(status).toBe(4)
  expect(said(found)).toMatch(names)
})

it('a record taken out together with its row and the row that counts them is not called identical', async () => {
  await withCase(whole, changed, (stored, contents) => {
    stored.comparisons[0]!.conclusions.pop()
    const lines = contents.get('log.jsonl')!.toString().split('\n')
    const kept = lines.filter(line => !line.includes('"package.begun"'))
    kept.splice(kept.findLastIndex(line => line.includes('"conclusion.saved"')), 1)
    contents.set('log.jsonl', Buffer.from(kept.join('\n')))
  })
  const { status, found } = await verify(changed)
  expect(status).not.toBe(0)
  expect([...found.unchecked, said(found)].join('\n')).toMatch(/does not end with the row that counts|conclusion/)
})

it('300 random bits, one after the other, are all found, also where the zip\u2019s own checksums were made to fit', async () => {
  for (const path of [whole, signed]) {
    const original = readFileSync(path)
    const next = random('flips', path === whole ? 1 : 2)
    for (let i = 0; i < 150; i++) {
      // Half of them outside the photos, which are most of the file.
      const at = i % 2 === 0 ? randomBelow(next, original.length) : Math.floor(next() * 60_000)
      writeFileSync(changed, flipped(original, at, randomBelow(next, 8)))
      expect(await isFound(changed), `byte ${at} of ${path}`).toBe(true)
    }
    expect(await isFound(path)).toBe(false)
  }
}, 180_000)

async function isFound(path: string): Promise<boolean> {
  const zip = await openZip(path).catch(() => null)
  if (zip === null) return true
  try {
    const { faults } = await checkPackage(zip, [], { progress: () => undefined, signal: new AbortController().signal })
    return faults.length > 0
  } catch (error) {
    expect(error).toMatchObject({ kind: 'input' })
    return true
  } finally {
    zip.close()
  }
}

it('what is no package, and mistakes in the call, end in words', async () => {
  writeFileSync(join(folder, 'junk'), 'junk')
  writeFileSync(join(folder, 'other.json'), '{"schema":"other"}')
  for (const [args, status, code] of [[['junk'], 3, 'verify.form'], [['other.json'], 3, 'verify.form'], [['none'], 3, 'verify.unreadable'], [[whole, '--key', 'junk'], 3, 'key.unreadable'], [[whole, '--evidence', 'none'], 3, 'evidence.unreadable']] as const) {
    const result = await vidimus(['verify', ...args, '--json'], folder)
    expect([result.status, (JSON.parse(result.stdout) as { error: { code: string } }).error.code]).toEqual([status, code])
  }
  expect((await vidimus(['verify'], folder)).status).toBe(2)
  expect((await vidimus(['verify', '--help'], folder)).stdout).toMatch(/4 something differs[^]*5 nothing\s+differs/)
})
