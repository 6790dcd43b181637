import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect } from 'vitest'

/** Changes a library's database as somebody would who knows SQLite: what forbids it is dropped and put back. */
export function tamper(folder: string, sql: string): void {
  const db = new Sqlite(join(folder, 'library.sqlite'))
  db.pragma('foreign_keys = OFF')
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE%'").all() as { name: string; sql: string }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  const before = db.prepare('SELECT total_changes() AS n').get() as { n: number }
  db.exec(sql)
  expect((db.prepare('SELECT total_changes() AS n').get() as { n: number }).n).toBeGreaterThan(before.n)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}
