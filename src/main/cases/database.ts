import Sqlite from 'better-sqlite3'

/** A SQLite connection, with each statement prepared once. */
export interface Database {
  readonly raw: Sqlite.Database
  get: <T>(sql: string, ...values: unknown[]) => T | undefined
  all: <T>(sql: string, ...values: unknown[]) => T[]
  run: (sql: string, ...values: unknown[]) => void
}

export interface ConnectOptions {
  readonly?: boolean
}

/** Rows are read as given; a row that another process holds locked is waited for, 5 seconds at most. */
export function connect(path: string, { readonly = false }: ConnectOptions = {}): Database {
  const raw = new Sqlite(path, { readonly, fileMustExist: readonly, timeout: 5000 })
  const known = new Map<string, Sqlite.Statement>()
  const prepared = (sql: string): Sqlite.Statement => {
    const statement = known.get(sql) ?? raw.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  return {
    raw,
    get: <T>(sql: string, ...values: unknown[]) => prepared(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: unknown[]) => prepared(sql).all(...values) as T[],
    run: (sql, ...values) => void prepared(sql).run(...values)
  }
}
