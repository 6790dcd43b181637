import { join } from 'node:path'

/** What stands where in a library's folder. */
export const libraryPaths = (folder: string) => ({
  database: join(folder, 'library.sqlite'),
  /** Held exclusively by the process that writes. Never open it but through SQLite: closing it would let go the lock. */
  lock: join(folder, 'library.lock'),
  /** Who holds it, for people. */
  holder: join(folder, 'library.lock.json'),
  anchor: join(folder, 'audit-anchor.json'),
  evidence: join(folder, 'evidence'),
  /** Unfinished copies; emptied when the library is opened for writing. */
  incoming: join(folder, 'evidence', 'incoming'),
  /** Files of reports: reports/<id of the report>/<name>. */
  reports: join(folder, 'reports'),
  /** Pictures made from evidence: may be deleted at any time. */
  derived: join(folder, 'derived'),
  /** Copies of the database from before it was changed to a newer form. */
  backups: join(folder, 'backups')
})
