/**
 * A case comes in with files: they get their places first, then the database is written. What a kill between the two leaves is
 * taken out again when the library is opened for writing, by what the import noted before it began.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Id, Sha256 } from '../../shared/domain/common'
import { evidencePath } from '../evidence/evidenceStore'
import type { Database } from './database'
import { libraryPaths } from './paths'

/** In a folder of its own below `incoming`: what was not in the library before the import, and is being put in its place. */
export const PLACING = 'placing.json'
export const Placing = z.object({ evidence: z.array(Sha256), reports: z.array(Id) })

/** Takes out what no row of the database names. */
export function sweepImports(folder: string, db: Database): void {
  const { incoming } = libraryPaths(folder)
  if (!existsSync(incoming)) return
  for (const name of readdirSync(incoming)) {
    const note = join(incoming, name, PLACING)
    if (existsSync(note)) takeOut(folder, db, Placing.parse(JSON.parse(readFileSync(note, 'utf8'))))
  }
}

function takeOut(folder: string, db: Database, { evidence, reports }: z.infer<typeof Placing>): void {
  for (const sha256 of evidence) if (!db.get('SELECT 1 FROM exhibits WHERE sha256 = ?', sha256)) rmSync(evidencePath(folder, sha256), { force: true })
  for (const id of reports) if (!db.get('SELECT 1 FROM reports WHERE id = ?', id)) rmSync(join(libraryPaths(folder).reports, id), { recursive: true, force: true })
}
