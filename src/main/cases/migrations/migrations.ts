import { sql as base } from './0001-base'
import { sql as search } from './0002-search'
import { sql as lists } from './0003-lists'
import { sql as opinions } from './0004-opinions-and-reports'

/** In order: a database of version N has had the first N. Never change one that was shipped; add another. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001-base', sql: base },
  { name: '0002-search', sql: search },
  { name: '0003-lists', sql: lists },
  { name: '0004-opinions-and-reports', sql: opinions }
]

/** The version that this program writes. */
export const SCHEMA_VERSION = migrations.length

/** "VID1" in the file's header: how a database of ours is told from any other. */
export const APPLICATION_ID = 0x56494431
