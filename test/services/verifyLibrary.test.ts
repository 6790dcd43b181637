import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { hashRow } from '../../src/main/evidence/chain'
import { verifyAllEvidence, verifyAudit } from '../../src/main/services/verifyLibrary'
import { openLibrary, type Library } from '../../src/main/cases/library'
import { storeEvidence } from '../../src/main/evidence/evidenceStore'
import { actor, draftCase, filledCase, newExhibit, newRun, scratchFolder, scratchLibrary } from '../cases/support'

const job = { report: () => undefined, signal: new AbortController().signal }
const page = { offset: 0, limit: 50 }

async function closedLibrary(): Promise<string> {
  const library = await scratchLibrary()
  filledCase(library)
  library.close()
  return library.folder
}

/** Changes the file as somebody would who knows SQLite: the triggers are dropped first, and put back. */
function tamper(folder: string, sql: string): void {
  const db = new Sqlite(join(folder, 'library.sqlite'))
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'").all() as { name: string; sql: string }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}

const reopen = (folder: string, mode: 'read' | 'write' = 'read'): Promise<Library> => openLibrary(folder, { mode, actor: () => actor })

describe('the audit log', () => {
  it.each(['UPDATE audit SET who = \'nobody\'', 'DELETE FROM audit', 'UPDATE runs SET cosine = 1', 'DELETE FROM conclusions', 'UPDATE runRecords SET record = \'{}\''])('the database itself refuses "%s"', async sql => {
    const library = await scratchLibrary()
    const { comparison } = filledCase(library)
    library.write.addRun(comparison.id, newRun())
    library.write.saveConclusion(comparison.id, 0, { level: null, same: '', different: '', rationale: '' }, [])
    library.close()
    const db = new Sqlite(join(library.folder, 'library.sqlite'))
    expect(() => db.exec(sql)).toThrow(/what was written stays as it is/)
    db.close()
  })

  it.each([
    ['a changed row', "UPDATE audit SET details = replace(details, 'till', 'tell') WHERE sequence = 3", 3],
    ['a changed name', "UPDATE audit SET who = 'B. Other' WHERE sequence = 5", 5],
    ['a row taken out', 'DELETE FROM audit WHERE sequence = 4', 4],
    ['the end cut off', 'DELETE FROM audit WHERE sequence > 6', 7],
    ['two rows swapped', 'UPDATE audit SET sequence = 100 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE sequence = 3; UPDATE audit SET sequence = 3 WHERE sequence = 100', 2],
    ['details that are no JSON', "UPDATE audit SET details = '{' WHERE sequence = 2", 2]
  ])('%s is named', async (_what, sql, sequence) => {
    const folder = await closedLibrary()
    tamper(folder, sql)
    const library = await reopen(folder)
    expect(await verifyAudit(library, job)).toMatchObject({ ok: false, broken: { sequence } })
    library.close()
  })

  it('a row changed with all hashes made anew is told by the head that was noted', async () => {
    const folder = await closedLibrary()
    const library = await reopen(folder)
    const rows = library.read.audit({ case: null, newestFirst: false, ...page }).rows
    library.close()
    let previous = rows[0]!.previous
    const updates = rows.map(row => {
      const forged = { ...row, who: row.sequence < 4 ? row.who : 'B. Other', previous }
      previous = hashRow(forged)
      return `UPDATE audit SET who = '${forged.who}', previous = '${forged.previous}', hash = '${previous}' WHERE sequence = ${row.sequence}`
    })
    tamper(folder, updates.join(';'))
    const after = await reopen(folder)
    expect(await verifyAudit(after, job)).toMatchObject({ ok: false, broken: { sequence: rows.length, reason: expect.stringContaining('was noted') } })
    after.close()
  })

  it('what was cut off stays told after the library was used again', async () => {
    const folder = await closedLibrary()
    tamper(folder, 'DELETE FROM audit WHERE sequence > 6')
    for (let i = 0; i < 2; i++) {
      const library = await reopen(folder, 'write')
      expect(library.read.audit({ case: null, newestFirst: true, ...page }).rows.map(({ action }) => action)).toContain('audit.anchor-missed')
      filledCase(library, `after ${i}`)
      expect(await verifyAudit(library, job)).toMatchObject({ ok: false })
      expect(library.read.audit({ case: null, newestFirst: true, ...page }).rows[0]).toMatchObject({ action: 'audit.failed' })
      library.close()
    }
  })

  it('a note of the head that was deleted is told, and stays on record once a new one is made', async () => {
    const whole = await closedLibrary()
    rmSync(join(whole, 'audit-anchor.json'))
    const looked = await reopen(whole)
    expect(await verifyAudit(looked, job)).toMatchObject({ ok: false, broken: { sequence: looked.read.auditLength(), reason: expect.stringContaining('audit-anchor.json') } })
    looked.close()
    const used = await reopen(whole, 'write')
    expect(await verifyAudit(used, job)).toMatchObject({ ok: false })
    used.close()
    const after = await reopen(whole)
    expect(after.read.audit({ case: null, newestFirst: false, ...page }).rows.map(({ action }) => action)).toContain('audit.anchor-gone')
    expect(await verifyAudit(after, job)).toMatchObject({ ok: true })
    after.close()
  })

  it('an intact log says so, is noted, and stays intact through many uses', async () => {
    const folder = await closedLibrary()
    for (let i = 0; i < 3; i++) {
      const library = await reopen(folder, 'write')
      const rows = library.read.auditLength()
      expect(await verifyAudit(library, job)).toMatchObject({ ok: true, rows, broken: null })
      expect(library.anchor()?.sequence).toBe(rows + 1)
      expect(library.read.audit({ case: null, newestFirst: true, ...page }).rows[0]).toMatchObject({ action: 'audit.verified', details: { rows } })
      filledCase(library, `use ${i}`)
      library.close()
    }
  })

  it('recomputing can be stopped', async () => {
    const library = await scratchLibrary()
    await expect(verifyAudit(library, { ...job, signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled', code: 'job.cancelled' })
  })
})

describe('the evidence', () => {
  it('that was changed or taken away is found and put on record', async () => {
    const library = await scratchLibrary()
    const { folder, read, write, evidencePath } = library
    const { id } = write.createCase(draftCase())
    const exhibits = []
    for (const content of ['first', 'second', 'third']) {
      const path = join(scratchFolder(), 'photo.jpg')
      writeFileSync(path, content)
      exhibits.push(write.addExhibit(newExhibit(id, { name: content, ...(await storeEvidence(folder, path)) })).exhibit)
    }
    expect(await verifyAllEvidence(library, null, job)).toEqual({ checked: 3, failed: [], cancelled: false })
    expect(read.audit({ case: null, newestFirst: true, ...page }).rows[0]).toMatchObject({ action: 'evidence.checked', details: { verified: 3, failed: 0 } })

    rmSync(evidencePath(exhibits[0]!.sha256))
    rmSync(evidencePath(exhibits[1]!.sha256))
    writeFileSync(evidencePath(exhibits[1]!.sha256), 'altered')
    const verdict = await verifyAllEvidence(library, id, job)
    expect(verdict).toMatchObject({ checked: 3, failed: [{ exhibit: exhibits[0]!.id, case: id, number: 1, name: 'first', found: 'missing' }, { exhibit: exhibits[1]!.id, found: expect.stringMatching(/^[0-9a-f]{64}$/) }] })
    expect(exhibits.map(exhibit => read.exhibit(exhibit.id).evidence.state)).toEqual(['failed', 'failed', 'verified'])
    expect(read.audit({ case: id, newestFirst: true, offset: 0, limit: 3 }).rows.map(({ action, object }) => [action, object])).toEqual([
      ['evidence.checked', null], ['evidence.failed', exhibits[1]!.id], ['evidence.failed', exhibits[0]!.id]
    ])
    expect(await verifyAllEvidence(library, id, { ...job, signal: AbortSignal.abort() })).toEqual({ checked: 0, failed: [], cancelled: true })
  })
})
