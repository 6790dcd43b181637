import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Signature } from '../../src/shared/domain/signature'
import { fingerprintOfSent } from '../../src/main/evidence/signature'
import { signatureIn, verifyDocument } from '../../src/main/services/replay/beside'
import { buildCli, scratch } from '../support/cli'
import { deskWith, folderOf } from './reports/support'
import { startEngine } from './support'

const PASSPHRASE = 'marmalade-on-granite-42'
const engine = startEngine()
vi.setConfig({ testTimeout: 240_000 })
beforeAll(buildCli)
afterAll(() => engine.close())

/** So that a failure can be run again. */
function* places(size: number, count: number): Generator<number> {
  let state = 20_260_101
  for (let i = 0; i < count; i++) yield (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % size
}

const vidimus = (args: readonly string[], cwd: string) => spawnSync(process.execPath, [resolve(import.meta.dirname, '../../bin/vidimus.mjs'), ...args], { cwd, encoding: 'utf8' })

it('a signed report is checked by whoever has the fingerprint: every changed byte is named, and a retired key stays good', async () => {
  const at = await deskWith(engine, [[0, 1]])
  const key = await at.call('key.create', { laboratory: 'Laboratory of the Test', passphrase: PASSPHRASE })
  const publicFile = await at.call('key.deliver', { half: 'public' })
  const pem = publicFile.kind === 'saved' ? publicFile.path : ''
  await expect(at.call('report.create', { case: at.caseId, comparisons: null, language: 'en', sign: { passphrase: 'wrong-passphrase' } })).rejects.toMatchObject({ code: 'key.passphrase' })
  expect((await at.call('report.list', { case: at.caseId })).rows).toEqual([])
  const row = await at.call('report.create', { case: at.caseId, comparisons: null, language: 'en', sign: { passphrase: PASSPHRASE } })
  expect(row).toMatchObject({ state: 'signed', signing: { signer: 'A. Examiner', laboratory: 'Laboratory of the Test', fingerprint: key.fingerprint } })

  // What is sent away: the files of the report.
  const sent = scratch()
  cpSync(folderOf(at, row), sent, { recursive: true, mode: 0 })
  const signature = Signature.parse(JSON.parse(readFileSync(join(sent, 'signature.json'), 'utf8')))
  expect(signature.files.map(({ name }) => name).sort()).toEqual(['report.json', 'report.pdf', 'report.sha256'])
  const trusted = [fingerprintOfSent(readFileSync(pem, 'utf8'), pem)]
  expect((await signatureIn(sent, trusted, 'report.pdf')).state).toBe('valid')
  expect((await signatureIn(sent, [], 'report.pdf')).state).toBe('unknown-key')
  expect((await verifyDocument(join(sent, 'report.pdf'), trusted)).state).toBe('identical')

  for (const name of readdirSync(sent)) {
    const whole = readFileSync(join(sent, name))
    for (const place of places(whole.length, 25)) {
      const changed = Buffer.from(whole)
      changed[place] = changed[place]! ^ (1 << place % 8)
      const copy = scratch()
      cpSync(sent, copy, { recursive: true })
      writeFileSync(join(copy, `${name}.new`), changed)
      cpSync(join(copy, `${name}.new`), join(copy, name), { force: true })
      const verdict = await signatureIn(copy, trusted, 'report.pdf')
      expect([verdict.state, verdict.message], `bit ${place % 8} of byte ${place} of ${name}`).toEqual(['broken', expect.stringContaining(name === 'signature.json' ? 'signature' : `${name} has changed since it was signed`)])
    }
  }

  // A good signature of other files says nothing of a report put beside it.
  const swapped = scratch()
  cpSync(sent, swapped, { recursive: true })
  writeFileSync(join(swapped, 'other.pdf'), '%PDF-1.7 other')
  expect((await verifyDocument(join(swapped, 'other.pdf'), trusted)).faults.map(({ message }) => message).join()).toContain('other.pdf is not among the files that were signed')

  await at.call('key.retire', { reason: 'the passphrase was lost' })
  expect((await signatureIn(sent, at.services.keys.trusted(), 'report.pdf')).state).toBe('valid')
  await expect(at.call('report.create', { case: at.caseId, comparisons: null, language: 'en', sign: { passphrase: PASSPHRASE } })).rejects.toMatchObject({ code: 'key.none' })

  // As a stranger does it: with the program, the files and the key that the laboratory gave out.
  const good = vidimus(['verify', 'report.pdf', '--key', pem], sent)
  expect([good.status, good.stdout]).toEqual([0, expect.stringContaining(`Signed for A. Examiner by Laboratory of the Test at ${signature.at} with key ${key.fingerprint}, and unchanged since.`)])
  const bytes = readFileSync(join(sent, 'report.pdf'))
  bytes[bytes.length >> 1]! ^= 1
  const tampered = scratch()
  for (const name of readdirSync(sent)) if (name !== 'report.pdf') writeFileSync(join(tampered, name), readFileSync(join(sent, name)))
  writeFileSync(join(tampered, 'report.pdf'), bytes)
  const bad = vidimus(['verify', 'report.pdf', '--key', pem], tampered)
  expect([bad.status, bad.stdout]).toEqual([4, expect.stringContaining('report.pdf has changed since it was signed')])

  await at.call('library.close', {})
  const holding = readdirSync(at.folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(at.folder, name)).isFile() && readFileSync(join(at.folder, name)).includes(PASSPHRASE))
  expect(holding).toEqual([])
})
