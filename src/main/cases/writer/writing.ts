import type { LibraryChange } from '../../../shared/domain/library'
import { canonicalJson } from '../../evidence/canonicalJson'
import { GENESIS, hashRow } from '../../evidence/chain'
import { headOf } from '../anchor'
import type { Database } from '../database'
import type { Reader } from '../reader/reader'

/** On whose behalf something is written. */
export interface Actor {
  /** The examiner as named in the settings. */
  who: string
  /** Account, machine and process. */
  where: string
}

/** One row of the audit log to be. */
export interface Entry {
  /** `noun.verb`, past the fact. */
  action: string
  case: string | null
  object: string | null
  details?: Record<string, unknown>
  /** Work that changes nothing in the case, so that the case does not count as changed by it. */
  looking?: true
}

export interface Writing {
  db: Database
  read: Reader
  who: () => string
  /**
   * One transaction: whatever `work` writes, with the audit rows that it logs, or nothing at all. Inside another one it is
   * a part of that, and what it throws must end that too. Whoever listens is told afterwards.
   */
  write: <T>(kind: LibraryChange['kind'], work: (log: (entry: Entry) => void, now: string) => T) => T
  /** Tells of a change that is not logged, when its transaction is over. */
  tellOf: (change: LibraryChange) => void
  /** The next number of a kind; a number is never given twice. */
  nextNumber: (scope: string, kind: string) => number
}

export interface WritingOptions {
  db: Database
  read: Reader
  actor: () => Actor
  changed: (change: LibraryChange) => void
}

export function createWriting({ db, read, actor, changed }: WritingOptions): Writing {
  const changes = new Map<string, LibraryChange>()
  const transaction = db.raw.transaction((work: () => unknown) => work())

  const log = (kind: LibraryChange['kind'], now: string) => (entry: Entry): void => {
    append(db, actor(), entry, now)
    if (entry.case !== null && entry.looking !== true) db.run('UPDATE cases SET changed = ? WHERE id = ?', now, entry.case)
    tellOf({ case: entry.case, kind })
  }

  const tellOf = (change: LibraryChange): void => void changes.set(`${change.kind} ${change.case}`, change)

  const tell = (): void => {
    const told = [...changes.values()]
    changes.clear()
    told.forEach(changed)
  }

  return {
    db,
    read,
    who: () => actor().who,
    write(kind, work) {
      const now = new Date().toISOString()
      if (db.raw.inTransaction) return work(log(kind, now), now)
      try {
        return transaction.immediate(() => work(log(kind, now), now)) as ReturnType<typeof work>
      } finally {
        tell()
      }
    },
    tellOf,
    nextNumber: (scope, kind) =>
      db.get<{ last: number }>('INSERT INTO counters (scope, kind, last) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last', scope, kind)!.last
  }
}

function append(db: Database, actor: Actor, { action, case: caseId, object, details = {} }: Entry, at: string): void {
  const before = headOf(db) ?? { sequence: 0, hash: GENESIS }
  const text = canonicalJson(details)
  const row = {
    sequence: before.sequence + 1,
    at,
    // SQLite keeps text as UTF-8, where half a character has no place.
    who: wellFormed(actor.who),
    where: wellFormed(actor.where),
    action,
    case: caseId,
    object,
    details: JSON.parse(text) as Record<string, unknown>,
    previous: before.hash
  }
  db.run(
    'INSERT INTO audit (sequence, at, who, place, action, caseId, object, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.sequence, row.at, row.who, row.where, row.action, row.case, row.object, text, row.previous, hashRow(row)
  )
}

const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')
