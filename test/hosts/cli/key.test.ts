import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LaboratoryKey } from '../../../src/shared/domain/signature'
import { fingerprintOfSent } from '../../../src/main/evidence/signature'
import { buildCli, scratch } from '../../support/cli'

beforeAll(buildCli)

const PASSPHRASE = 'marmalade-on-granite-42'

/** The real program with a home of its own; nothing to ask on. */
function vidimus(home: string, args: readonly string[], { passphrase, input }: { passphrase?: string; input?: string } = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, VIDIMUS_HOME: home }
  delete env.VIDIMUS_PASSPHRASE
  if (passphrase !== undefined) env.VIDIMUS_PASSPHRASE = passphrase
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, '../../../bin/vidimus.mjs'), ...args], { cwd: home, encoding: 'utf8', env, input: input ?? '' })
  return { status, stdout, stderr }
}

const filesHolding = (folder: string, words: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(words))

describe('vidimus key', () => {
  it('makes a key, shows it, hands out its halves, and never says the passphrase', () => {
    const home = scratch()
    const made = vidimus(home, ['key', 'create', '--laboratory', 'Lab N', '--json'], { passphrase: PASSPHRASE })
    expect([made.status, made.stderr]).toEqual([0, ''])
    const { key } = JSON.parse(made.stdout) as { key: LaboratoryKey }
    expect(vidimus(home, ['key', 'show']).stdout).toBe(`Key of Lab N, made ${key.created}\nFingerprint: ${key.fingerprint}\n`)
    expect(vidimus(home, ['key', 'export', 'our.pem']).status).toBe(0)
    expect(fingerprintOfSent(readFileSync(join(home, 'our.pem'), 'utf8'), 'our.pem')).toBe(key.fingerprint)
    expect(vidimus(home, ['key', 'export', 'backup.json', '--backup']).status).toBe(0)
    if (process.platform !== 'win32') expect(statSync(join(home, 'backup.json')).mode & 0o777).toBe(0o600)
    const again = vidimus(home, ['key', 'export', 'our.pem'])
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('is there already')])
    expect(filesHolding(home, PASSPHRASE)).toEqual([])
  })

  it('says what is wrong: no passphrase, too short, a second key, none at all', () => {
    const home = scratch()
    const create = ['key', 'create', '--laboratory', 'Lab N']
    expect(vidimus(home, create)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('set VIDIMUS_PASSPHRASE') as unknown })
    const short = vidimus(home, create, { passphrase: 'too-short' })
    expect(short).toEqual({ status: 2, stdout: '', stderr: 'vidimus: No key was made: passphrase: At least ten characters.\n' })
    expect(vidimus(home, ['key', 'show'])).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no laboratory key') as unknown })
    expect(vidimus(home, create, { passphrase: PASSPHRASE }).stdout).toContain('Keep a backup')
    expect(vidimus(home, create)).toMatchObject({ status: 2, stderr: expect.stringContaining('There is a laboratory key already') as unknown })
  })
})

describe('vidimus call', () => {
  it('does not say back a passphrase, whatever is wrong with the call', () => {
    const home = scratch()
    for (const input of [`{"laboratory":"Lab N","passphrase":"${PASSPHRASE}"`, `${PASSPHRASE}`, `{"laboratory":"","passphrase":"${PASSPHRASE}"}`, `{"passphrase":["${PASSPHRASE}"]}`]) {
      for (const json of [[], ['--json']]) {
        const { status, stdout, stderr } = vidimus(home, ['call', 'key.create', '-', ...json], { input })
        expect([status, (stdout + stderr).includes(PASSPHRASE)]).toEqual([2, false])
      }
    }
    const done = vidimus(home, ['call', 'key.create', '-'], { input: JSON.stringify({ laboratory: 'Lab N', passphrase: PASSPHRASE }) })
    expect([done.status, (done.stdout + done.stderr).includes(PASSPHRASE)]).toEqual([0, false])
    expect(filesHolding(home, PASSPHRASE)).toEqual([])
  })
})
