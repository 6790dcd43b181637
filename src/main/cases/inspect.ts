/**
 * What a database file is, before anything writes to it.
 */
import { statSync } from 'node:fs'
import { inputError } from '../../shared/errors'
import { connect, type Database } from './database'
import { APPLICATION_ID, SCHEMA_VERSION, migrations } from './migrations/migrations'
import { versionOf } from './migrate'
import { corrupt, told } from './sqliteErrors'

/** Up to this size every page is looked at when a library is opened; in a larger one only after a process that wrote was killed. */
const QUICK_BYTES = 24 * 2 ** 20

export interface Inspection {
  version: number
}

/**
 * @throws VidimusError `library.corrupt`, `library.newer` (input); the file is not changed
 */
export function inspect(database: string, folder: string, afterKill = false): Inspection {
  if (statSync(database).size === 0) throw corrupt(folder, 'the file "library.sqlite" is empty')
  try {
    const db = connect(database, { readonly: true })
    try {
      return look(db, database, folder, afterKill)
    } finally {
      db.raw.close()
    }
  } catch (error) {
    throw told(error, folder)
  }
}

function look(db: Database, database: string, folder: string, afterKill: boolean): Inspection {
  const version = versionOf(db)
  const application = db.raw.pragma('application_id', { simple: true })
  if (application !== APPLICATION_ID || version < 1) throw corrupt(folder, 'the file "library.sqlite" is not a database of Vidimus')
  if (version > SCHEMA_VERSION) throw newer(folder, version)
  if (afterKill || statSync(database).size <= QUICK_BYTES) checkPages(db, folder)
  else checkSchema(db)
  return { version }
}

function checkPages(db: Database, folder: string): void {
  const found = db.raw.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw corrupt(folder, String(found).replaceAll('\n', ' '))
}

/** Reads the schema and the end of every table's tree. */
function checkSchema(db: Database): void {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND sql NOT LIKE '%WITHOUT ROWID%' AND name NOT LIKE 'sqlite%'")
  for (const { name } of tables) db.get(`SELECT rowid FROM "${name}" ORDER BY rowid DESC LIMIT 1`)
}

const newer = (folder: string, version: number) =>
  inputError(
    'library.newer',
    `The library "${folder}" was written by a newer Vidimus: its database has version ${version}, and this program knows versions up to ${SCHEMA_VERSION}. Install the newer Vidimus, or open a backup from before the upgrade. Nothing was changed.`,
    { detail: { found: version, known: migrations.length } }
  )
