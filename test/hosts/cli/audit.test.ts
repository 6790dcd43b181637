import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../../../src/main/cases/library'
import { storeEvidence } from '../../../src/main/evidence/evidenceStore'
import { startHolder } from '../../cases/children'
import { actor, draftCase, newExhibit } from '../../cases/support'
import { buildCli, scratch, vidimus } from '../../support/cli'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

/** A folder with a library of one case and one exhibit in "cases". */
async function withLibrary(): Promise<{ cwd: string; evidence: string }> {
  const cwd = scratch()
  const library = await openLibrary(join(cwd, 'cases'), { mode: 'write', create: true, actor: () => actor })
  const { id } = library.write.createCase(draftCase())
  writeFileSync(join(cwd, 'photo.jpg'), 'bytes')
  const stored = await storeEvidence(library.folder, join(cwd, 'photo.jpg'))
  library.write.addExhibit(newExhibit(id, { name: 'photo.jpg', ...stored }))
  library.close()
  return { cwd, evidence: library.evidencePath(stored.sha256) }
}

describe('vidimus audit verify', () => {
  it('says that a log is intact, how long it is and its head', async () => {
    const { cwd } = await withLibrary()
    expect(await vidimus(['audit', 'verify', 'cases'], cwd)).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(/^The audit log is intact: 4 rows, head [0-9a-f]{64}\.\nThe records are as the log says: 2 compared\.\n$/) })
    const { status, stdout } = await vidimus(['audit', 'verify', 'cases', '--evidence', '--json'], cwd)
    expect([status, JSON.parse(stdout)]).toEqual([0, { audit: { ok: true, rows: 4, head: expect.stringMatching(/^[0-9a-f]{64}$/), broken: null }, records: { ok: true, checked: 2, differences: [], unbound: 0, cancelled: false }, evidence: { checked: 1, failed: [], cancelled: false } }])
  })

  it('names the first broken row, with status 3', async () => {
    const { cwd } = await withLibrary()
    const db = new Sqlite(join(cwd, 'cases', 'library.sqlite'))
    db.exec("DROP TRIGGER auditNoUPDATE; UPDATE audit SET who = 'B. Other' WHERE sequence = 2; UPDATE audit SET who = 'B. Other' WHERE sequence = 3")
    db.close()
    expect(await vidimus(['audit', 'verify', 'cases'], cwd)).toEqual({ status: 3, stdout: '', stderr: expect.stringMatching(/audit log is broken at row 2: its hash is/) })
    const { status, stdout } = await vidimus(['audit', 'verify', 'cases', '--json'], cwd)
    expect([status, JSON.parse(stdout)]).toMatchObject([3, { error: { kind: 'input', code: 'audit.broken', detail: { audit: { ok: false, rows: 4, broken: { sequence: 2 } } } } }])
  })

  it('names a record that is not what the log says, with status 3, and shows no control characters of it', async () => {
    const { cwd } = await withLibrary()
    const db = new Sqlite(join(cwd, 'cases', 'library.sqlite'))
    db.prepare('UPDATE exhibits SET name = ?').run('a\u001b[2J\u202e.jpg')
    db.close()
    const { status, stdout, stderr } = await vidimus(['audit', 'verify', 'cases'], cwd)
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toContain('E-1 "a\\u001b[2J\\u202e.jpg": its name in the database is "a\\u001b[2J\\u202e.jpg", in the log "photo.jpg"')
    expect(stderr).not.toMatch(/[\u001b\u202e]/)
    expect(JSON.parse((await vidimus(['audit', 'verify', 'cases', '--json'], cwd)).stdout)).toMatchObject({ error: { code: 'records.failed', detail: { records: { ok: false } } } })
  })

  it('finds evidence that was changed, where that is asked for', async () => {
    const { cwd, evidence } = await withLibrary()
    chmodSync(evidence, 0o644)
    writeFileSync(evidence, 'bytez')
    expect((await vidimus(['audit', 'verify', 'cases'], cwd)).status).toBe(0)
    expect(await vidimus(['audit', 'verify', 'cases', '--evidence'], cwd)).toEqual({ status: 3, stdout: '', stderr: expect.stringMatching(/stored bytes of "photo.jpg" are on record with SHA-256 [0-9a-f]{64}, and now have: [0-9a-f]{64}/) })
  })

  it('reads beside a process that writes', async () => {
    const { cwd } = await withLibrary()
    const holder = await startHolder(join(cwd, 'cases'))
    holder.process.stdin!.write('another\n')
    await once(holder.lines, 'line')
    expect(await vidimus(['audit', 'verify', 'cases'], cwd)).toMatchObject({ status: 0, stdout: expect.stringContaining('6 rows') })
  })

  it('tells what is no library', async () => {
    const cwd = scratch()
    mkdirSync(join(cwd, 'empty'))
    mkdirSync(join(cwd, 'damaged'))
    writeFileSync(join(cwd, 'damaged', 'library.sqlite'), 'x'.repeat(5000))
    expect(await vidimus(['audit', 'verify', 'empty'], cwd)).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no library') })
    expect(await vidimus(['audit', 'verify', 'damaged'], cwd)).toMatchObject({ status: 3, stderr: expect.stringContaining('damaged') })
    expect(await vidimus(['audit', 'verify', '--help'], cwd)).toMatchObject({ status: 0, stdout: expect.stringMatching(/Examples:\n {2}vidimus /) })
  })
})
