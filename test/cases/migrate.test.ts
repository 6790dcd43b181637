import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { connect } from '../../src/main/cases/database'
import { openLibrary } from '../../src/main/cases/library'
import { migrate } from '../../src/main/cases/migrate'
import { SCHEMA_VERSION, migrations } from '../../src/main/cases/migrations/migrations'
import { actor, filledCase, newRun, scratchFolder, scratchLibrary } from './support'

const write = { mode: 'write', actor: () => actor } as const
const read = { mode: 'read', actor: () => actor } as const

/** A library in the present form, closed, with a row of every kind. */
async function presentLibrary(): Promise<string> {
  const library = await scratchLibrary()
  const { write, folder } = library
  const { id, comparison, exhibits, faceA } = filledCase(library)
  write.updateCase(id, 1, { tags: ['cold'], notes: 'Citro\u00ebn' })
  write.endUse(write.beginUse(id, null).id)
  write.markFace(faceA.id, 'Q')
  for (const cosine of [0.1, 0.7]) write.addRun(comparison.id, newRun(cosine))
  write.putAnnotation(comparison.id, { id: randomUUID(), kind: 'text', text: 'scar', a: [{ x: 1, y: 1 }], b: [{ x: 1, y: 1 }] })
  write.setChecklistItem(comparison.id, { component: 'nose', finding: 'similar', note: 'bridge', cause: '' })
  write.saveConclusion(comparison.id, 0, { level: 'none', same: 'H1', different: 'H2', rationale: 'distortion' }, ['none'])
  write.setEnhancement(comparison.id, { a: [{ kind: 'grey' }], b: [] })
  write.removeExhibit(exhibits[1]!.id, 'for the test')
  const removed = filledCase(library, 'other').comparison
  write.removeComparison(removed.id, 'for the test')
  library.close()
  return folder
}

/** What is kept of its own accord: text indexes, and what triggers fill. */
const DERIVED = /Text|^notes$|^tallies$/
const tablesOf = (db: Sqlite.Database): string[] => (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[]).map(({ name }) => name)

/** The same rows in a library of an older form. */
async function olderLibrary(present: string, version: number): Promise<string> {
  const folder = join(scratchFolder(), 'library')
  mkdirSync(folder)
  const db = connect(join(folder, 'library.sqlite'))
  await migrate(db, version)
  db.raw.pragma('foreign_keys = OFF')
  db.raw.prepare('ATTACH ? AS present').run(join(present, 'library.sqlite'))
  for (const table of tablesOf(db.raw).filter(name => !DERIVED.test(name))) {
    const columns = (db.raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`).join(', ')
    db.raw.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM present.${table}`)
  }
  db.raw.close()
  copyFileSync(join(present, 'audit-anchor.json'), join(folder, 'audit-anchor.json'))
  return folder
}

/** Every row of every table, by table; the log's newest rows, of opening and closing, aside. */
function content(folder: string): Record<string, unknown[]> {
  const db = new Sqlite(join(folder, 'library.sqlite'), { readonly: true })
  const rows = (table: string): unknown[] => db.prepare(`SELECT * FROM "${table}"${table === 'audit' ? " WHERE action NOT IN ('library.opened', 'library.closed')" : ''}`).all()
  const all = Object.fromEntries(tablesOf(db).filter(name => !/Text_(data|idx|docsize|config)$/.test(name)).map(name => [name, rows(name)]))
  db.close()
  return all
}

function schema(folder: string): unknown[] {
  const db = new Sqlite(join(folder, 'library.sqlite'), { readonly: true })
  const rows = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE '%Text_%' ORDER BY type, name").all()
  db.close()
  return rows
}

describe('an older library', () => {
  const versions = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1)

  it.each(versions)('of version %i becomes what a new one is, with all its rows, and is backed up before', async version => {
    const present = await presentLibrary()
    const older = await olderLibrary(present, version)
    const library = await openLibrary(older, write)
    expect(library).toMatchObject({ mode: 'write', schema: SCHEMA_VERSION })
    expect(library.read.counts()).toEqual({ cases: 2, exhibits: 3, comparisons: 1 })
    for (const word of ['citroen', 'scar', 'bridge', 'distortion', 'a.jpg']) expect([word, library.read.search(word, 9).length > 0]).toEqual([word, true])
    library.close()
    expect(schema(older)).toEqual(schema(present))
    expect(content(older)).toEqual(content(present))

    const [backup, ...others] = readdirSync(join(older, 'backups'))
    expect([backup, others]).toEqual([expect.stringMatching(new RegExp(`^library-version-${version}-.*\\.sqlite$`)), []])
    const db = new Sqlite(join(older, 'backups', backup!), { readonly: true })
    expect([db.pragma('user_version', { simple: true }), db.pragma('integrity_check', { simple: true })]).toEqual([version, 'ok'])
    expect(db.prepare('SELECT COUNT(*) AS n FROM cases').get()).toEqual({ n: 2 })
    db.close()
  })

  it.each(versions)('of version %i is read as a copy in the new form where nothing may be changed', async version => {
    const older = await olderLibrary(await presentLibrary(), version)
    const before = readFileSync(join(older, 'library.sqlite'))
    const library = await openLibrary(older, read)
    expect(library).toMatchObject({ mode: 'read', schema: SCHEMA_VERSION, readOnlyReason: expect.stringContaining('older Vidimus') })
    expect(library.read.search('distortion', 9)).toHaveLength(1)
    library.close()
    expect(readFileSync(join(older, 'library.sqlite')).equals(before)).toBe(true)
  })

  it('stays at a whole version where a step fails', async () => {
    const folder = scratchFolder()
    const db = connect(join(folder, 'library.sqlite'))
    await migrate(db, 1)
    // In the way of what the second step makes last.
    db.raw.exec('CREATE TABLE noteText (x)')
    await expect(migrate(db)).rejects.toThrow()
    expect(db.raw.pragma('user_version', { simple: true })).toBe(1)
    expect(tablesOf(db.raw)).not.toContain('notes')
    db.raw.exec('DROP TABLE noteText')
    await migrate(db)
    expect(db.raw.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.raw.close()
  })
})

it.each([write, read])('a newer library is refused with both versions and left as it is, for $mode', async how => {
  const folder = await presentLibrary()
  const file = join(folder, 'library.sqlite')
  const db = new Sqlite(file)
  db.pragma(`user_version = ${SCHEMA_VERSION + 4}`)
  db.close()
  const before = readFileSync(file)
  await expect(openLibrary(folder, how)).rejects.toMatchObject({
    kind: 'input', code: 'library.newer', detail: { found: SCHEMA_VERSION + 4, known: SCHEMA_VERSION }, message: expect.stringMatching(new RegExp(`version ${SCHEMA_VERSION + 4}.*up to ${SCHEMA_VERSION}.*newer Vidimus`))
  })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).not.toContain('library.sqlite-wal')
})
