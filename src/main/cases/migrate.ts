import { Umzug } from 'umzug'
import type { Database } from './database'
import { APPLICATION_ID, SCHEMA_VERSION, migrations } from './migrations/migrations'

/** The number in the file's header. */
export const versionOf = (db: Database): number => db.raw.pragma('user_version', { simple: true }) as number

/** Brings a database to `upTo`. A kill leaves it at a whole version: each step and its number are one transaction. */
export async function migrate(db: Database, upTo = SCHEMA_VERSION): Promise<void> {
  const umzug = new Umzug({
    migrations: migrations.slice(0, upTo).map(({ name, sql }, i) => ({ name, up: async () => step(db, sql, i + 1) })),
    storage: {
      executed: async () => migrations.slice(0, versionOf(db)).map(({ name }) => name),
      // The step has written its number itself.
      logMigration: async () => undefined,
      unlogMigration: async () => undefined
    },
    logger: undefined
  })
  await umzug.up()
}

function step(db: Database, sql: string, version: number): void {
  db.raw
    .transaction(() => {
      db.raw.exec(sql)
      db.raw.pragma(`application_id = ${APPLICATION_ID}`)
      db.raw.pragma(`user_version = ${version}`)
    })
    .exclusive()
}
