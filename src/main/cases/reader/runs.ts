import type { Run, RunSummary } from '../../../shared/domain/caseComparison'
import type { Comparison } from '../../../shared/domain/comparison'
import type { Database } from '../database'
import { parsed, parsedOrNull } from './json'
import { known } from './unknown'

type StoredRun = Omit<Run, 'record' | 'enhanced'> & { record: string; enhanced: string | null }

const SUMMARY = 'id, number, at, author AS "by", cosine, threshold, thresholdKind, decision, model, modelSha256'

export const lastRun = (db: Database, comparison: string): RunSummary | null =>
  db.get<RunSummary>(`SELECT ${SUMMARY} FROM runs WHERE comparisonId = ? ORDER BY number DESC LIMIT 1`, comparison) ?? null

export const runReads = (db: Database) => ({
  /** @throws VidimusError `run.unknown` (usage) */
  run(id: string): Run {
    const row = db.get<StoredRun>(
      `SELECT ${SUMMARY}, comparisonId AS comparison, automaticCosine, enhanced, mapsSha256, record FROM runs JOIN runRecords ON runRow = row WHERE id = ?`, id)
    const { record, enhanced, ...run } = known(row, 'run', id)
    return { ...run, record: parsed<Comparison>(record), enhanced: parsedOrNull<NonNullable<Run['enhanced']>>(enhanced) }
  },

  /** Newest first. */
  runs: (comparison: string, { limit, offset }: { limit: number; offset: number }): { total: number; rows: RunSummary[] } => ({
    total: lastRun(db, comparison)?.number ?? 0,
    rows: db.all<RunSummary>(`SELECT ${SUMMARY} FROM runs WHERE comparisonId = ? ORDER BY number DESC LIMIT ? OFFSET ?`, comparison, limit, offset)
  })
})
