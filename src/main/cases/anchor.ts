/**
 * A head of the audit chain, noted beside the database: what tells that rows were cut off the end of the log.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Sha256, Time } from '../../shared/domain/common'
import type { Anchor } from '../evidence/chain'
import { replaceFile } from '../files/replaceFile'
import type { Database } from './database'
import { libraryPaths } from './paths'

const AnchorFile = z.object({ sequence: z.int().positive(), hash: Sha256, at: Time })

/** Null where there is none. One that can't be read counts as none: who can damage it can also delete it. */
export function readAnchor(folder: string): Anchor | null {
  try {
    return AnchorFile.parse(JSON.parse(readFileSync(libraryPaths(folder).anchor, 'utf8')))
  } catch {
    return null
  }
}

export const headOf = (db: Database): Anchor | null => db.get<Anchor>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1') ?? null

/** Whether the chain still holds the row that was noted. */
export function holdsAnchor(db: Database, anchor: Anchor | null): boolean {
  return anchor === null || db.get<{ hash: string }>('SELECT hash FROM audit WHERE sequence = ?', anchor.sequence)?.hash === anchor.hash
}

/** Rows behind which a head was noted. */
const NOTING: readonly string[] = ['library.closed', 'audit.verified']

/** The last row of the log behind which a head was noted, or null: where there is one, the note must be there. */
export const lastNoting = (db: Database): number | null =>
  db.get<{ sequence: number }>(`SELECT sequence FROM audit WHERE action IN (${NOTING.map(() => '?').join(', ')}) ORDER BY sequence DESC LIMIT 1`, ...NOTING)?.sequence ?? null

/** Notes the present head, unless the one noted before is no longer in the chain: that must stay to be told. */
export function noteAnchor(db: Database, folder: string): void {
  const head = headOf(db)
  if (head === null || !holdsAnchor(db, readAnchor(folder))) return
  replaceFile(libraryPaths(folder).anchor, `${JSON.stringify({ ...head, at: new Date().toISOString() })}\n`)
}
