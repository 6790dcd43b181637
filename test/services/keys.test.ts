import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/shared/domain/casePackage'
import type { ErrorData } from '../../src/shared/errors'
import { fingerprintOfSent, signatureText, verify } from '../../src/main/evidence/signature'
import { buildCli } from '../support/cli'
import { startEngine, startWorkstation, type Workstation } from './support'

const PASSPHRASE = 'marmalade-on-granite-42'
const WRONG = 'another-secret-phrase-77'

let engine: ReturnType<typeof startEngine>
beforeAll(async () => {
  await buildCli()
  engine = startEngine()
})
afterAll(() => engine.close())

const log = async (at: Workstation) => (await at.call('library.audit', { case: null, newestFirst: false, limit: 500 })).rows
const keyRows = async (at: Workstation) => (await log(at)).filter(({ action }) => action.startsWith('key.')).map(({ action, details }) => [action, details])
const savedIn = (delivery: Delivery): string => (delivery.kind === 'saved' ? delivery.path : '')
const failure = (call: Promise<unknown>): Promise<ErrorData> => call.then(() => expect.fail('it was not refused'), (error: unknown) => error as ErrorData)

/** Every file below a folder that holds the words in UTF-8 or UTF-16, however they are composed. */
function filesHolding(folder: string, words: string): string[] {
  const spellings = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(Buffer.from(words).toString('base64').replace(/=+$/, ''))]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile() && spellings.some(spelling => readFileSync(path).includes(spelling)))
}

describe('the laboratory\u2019s key, from making to retiring', () => {
  it('is logged by its fingerprint, and no passphrase stays in any file', async () => {
    const at = await startWorkstation(engine)
    expect(await at.call('key.get', {})).toEqual({ key: null })
    const key = await at.call('key.create', { laboratory: 'Lab N', passphrase: PASSPHRASE })
    expect(await at.call('key.get', {})).toEqual({ key })
    const open = await at.services.keys.open(PASSPHRASE)
    const signature = signatureText(open.sign([{ name: 'a', sha256: createHash('sha256').update('a').digest('hex') }], 'A. Examiner'))
    const wrong = await failure(at.services.keys.open(WRONG))
    const publicFile = savedIn(await at.call('key.deliver', { half: 'public' }))
    const backup = savedIn(await at.call('key.deliver', { half: 'backup' }))
    expect(fingerprintOfSent(readFileSync(publicFile, 'utf8'), 'public.pem')).toBe(key.fingerprint)

    const { key: retired } = await at.call('key.retire', { reason: 'moved to another machine' })
    expect(retired).toEqual(key)
    expect(await at.call('key.get', {})).toEqual({ key: null })
    const refused = await failure(at.call('key.restore', { source: { kind: 'path', path: backup }, passphrase: WRONG }))
    expect(await at.call('key.restore', { source: { kind: 'path', path: backup }, passphrase: PASSPHRASE })).toEqual(key)
    expect((await verify(signature, () => createHash('sha256').update('a').digest('hex'), at.services.keys.trusted())).state).toBe('valid')

    const { fingerprint } = key
    expect(await keyRows(at)).toEqual([
      ['key.created', { fingerprint, laboratory: 'Lab N' }], ['key.delivered', { fingerprint, half: 'public' }], ['key.delivered', { fingerprint, half: 'backup' }],
      ['key.retired', { fingerprint, reason: 'moved to another machine' }], ['key.restored', { fingerprint, laboratory: 'Lab N' }]
    ])
    expect([refused.code, wrong.code]).toEqual(['key.passphrase', 'key.passphrase'])
    expect(JSON.stringify([refused, wrong.message, await log(at)])).not.toMatch(new RegExp(`${PASSPHRASE}|${WRONG}`))
    await at.call('library.close', {})
    expect(filesHolding(at.folder, fingerprint).length).toBeGreaterThan(2)
    for (const secret of [PASSPHRASE, WRONG]) expect(filesHolding(at.folder, secret)).toEqual([])
  })

  it('a passphrase that is too short, or of the wrong type, is not said back', async () => {
    const at = await startWorkstation(engine)
    for (const passphrase of ['short-one', 'x'.repeat(1001), ['short-one'] as unknown as string]) {
      const error = await failure(at.call('key.create', { laboratory: 'Lab N', passphrase }))
      expect(error.code).toBe('call.invalid')
      expect(JSON.stringify(error)).not.toMatch(/short-one|xxx/)
    }
  })

  it('is for one: a second is refused, and so is a library\u2019s absence', async () => {
    const at = await startWorkstation(engine)
    await at.call('library.close', {})
    const key = await at.call('key.create', { laboratory: 'Lab N', passphrase: PASSPHRASE })
    const error = await failure(at.call('key.create', { laboratory: 'Lab M', passphrase: PASSPHRASE }))
    expect([error.code, error.message]).toEqual(['key.exists', expect.stringContaining(key.fingerprint)])
  })

  it('is told to every window', async () => {
    const at = await startWorkstation(engine)
    const kinds: string[] = []
    at.services.events.subscribe(({ event, payload }) => event === 'library.changed' && kinds.push((payload as { kind: string }).kind))
    await at.call('key.create', { laboratory: 'Lab N', passphrase: PASSPHRASE })
    expect(kinds).toContain('settings')
  })
})

describe('what can go wrong', () => {
  it('without a key each call says what to do', async () => {
    const at = await startWorkstation(engine)
    for (const call of [at.call('key.deliver', { half: 'public' }), at.call('key.deliver', { half: 'backup' }), at.call('key.retire', { reason: 'x' })])
      expect(await failure(call)).toMatchObject({ code: 'key.none', message: expect.stringContaining('Make one in Settings, or restore the backup') as unknown })
    expect(readdirSync(at.delivered)).toEqual([])
  })

  it('a damaged key is told, can be retired, and is logged without a fingerprint', async () => {
    const at = await startWorkstation(engine)
    mkdirSync(join(at.folder, 'config'), { recursive: true })
    writeFileSync(join(at.folder, 'config/laboratory-key.json'), '{"schema":"vidimus.key/1"')
    expect(await failure(at.call('key.get', {}))).toMatchObject({ code: 'key.damaged', kind: 'input' })
    expect(await at.call('key.retire', { reason: 'does not open' })).toEqual({ key: null })
    expect(await keyRows(at)).toEqual([['key.retired', { fingerprint: null, reason: 'does not open' }]])
    expect(await at.call('key.get', {})).toEqual({ key: null })
  })

  it('backups that are none: missing, a folder, far too large, an upload that is gone', async () => {
    const at = await startWorkstation(engine)
    const large = join(at.folder, 'large.json')
    writeFileSync(large, ' '.repeat(70_000))
    const path = (path: string) => at.call('key.restore', { source: { kind: 'path', path }, passphrase: PASSPHRASE })
    expect(await failure(path(join(at.folder, 'none.json')))).toMatchObject({ code: 'key.unreadable', kind: 'input' })
    expect(await failure(path(at.folder))).toMatchObject({ code: 'key.unreadable' })
    expect(await failure(path(large))).toMatchObject({ code: 'key.damaged' })
    at.uploads.set('0123456789abcdef', large)
    const source = { kind: 'upload' as const, upload: '0123456789abcdef', name: 'backup.json', path: null, modified: null }
    expect(await failure(at.call('key.restore', { source, passphrase: PASSPHRASE }))).toMatchObject({ code: 'key.damaged', message: expect.stringContaining('"backup.json"') as unknown })
    expect([at.uploads.size, existsSync(join(at.folder, 'config/laboratory-key.json'))]).toEqual([0, false])
  })

  it('a window that may not name paths can\u2019t restore from one', async () => {
    const at = await startWorkstation(engine, { allowsPaths: false })
    expect(await failure(at.call('key.restore', { source: { kind: 'path', path: '/x' }, passphrase: PASSPHRASE }))).toMatchObject({ code: 'import.paths' })
  })

  it('a delivery that was given up is no row of the log', async () => {
    const at = await startWorkstation(engine, { deliver: () => Promise.resolve({ kind: 'cancelled' }) })
    await at.call('key.create', { laboratory: 'Lab N', passphrase: PASSPHRASE })
    expect(await at.call('key.deliver', { half: 'backup' })).toEqual({ kind: 'cancelled' })
    expect((await keyRows(at)).map(([action]) => action)).toEqual(['key.created'])
  })
})
