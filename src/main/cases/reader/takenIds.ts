import type { StoredCase } from '../../../shared/domain/storedCase'
import { partsOf } from '../../../shared/domain/storedParts'
import type { Database } from '../database'

export const takenIdReads = (db: Database) => ({
  /** The first part of a case from elsewhere whose id something in this library has, by its name; null where all are free. */
  takenPart: (stored: StoredCase): string | null => partsOf(stored).find(({ kind, id }) => db.get(`SELECT 1 FROM ${kind} WHERE id = ?`, id) !== undefined)?.name ?? null
})
