import type { Opinion } from '../../../shared/domain/opinion'
import type { Database } from '../database'
import { parsed } from './json'
import { known } from './unknown'

type StoredOpinion = Omit<Opinion, 'withdrawn' | 'checklist' | 'conclusion' | 'scale'> & {
  withdrawnAt: string | null
  withdrawnReason: string | null
  checklist: string
  conclusion: string
  scale: string
}

const COLUMNS = 'id, comparisonId AS comparison, role, author AS "by", begun, locked, withdrawnAt, withdrawnReason, checklist, conclusion, scale'

const whole = ({ withdrawnAt, withdrawnReason, checklist, conclusion, scale, ...row }: StoredOpinion): Opinion => ({
  ...row,
  withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  checklist: parsed<Opinion['checklist']>(checklist),
  conclusion: parsed<Opinion['conclusion']>(conclusion),
  scale: parsed<string[]>(scale)
})

/** Blind-first and second opinions. */
export const independentOpinionReads = (db: Database) => ({
  /** @throws VidimusError `opinion.unknown` (usage) */
  opinion: (id: string): Opinion => whole(known(db.get<StoredOpinion>(`SELECT ${COLUMNS} FROM opinions WHERE id = ?`, id), 'opinion', id)),

  /** The second opinions that are being formed, in the whole library. */
  formingOpinions: (): { comparison: string; by: string }[] =>
    db.all<{ comparison: string; by: string }>("SELECT comparisonId AS comparison, author AS \"by\" FROM opinions WHERE role = 'second' AND locked IS NULL AND withdrawnAt IS NULL"),

  /** Everybody who found, drew or concluded something on a comparison, ran the model on it, or formed an opinion: by the tables, and by the log where tables keep the last author alone. */
  authorsOf: (comparison: string): string[] =>
    db
      .all<{ author: string }>(
        `SELECT author FROM checklistItems WHERE comparisonId = $comparison UNION SELECT author FROM annotations WHERE comparisonId = $comparison UNION SELECT author FROM conclusions WHERE comparisonId = $comparison
         UNION SELECT author FROM opinions WHERE comparisonId = $comparison UNION SELECT author FROM runs WHERE comparisonId = $comparison
         UNION SELECT who FROM audit WHERE object = $comparison AND action IN ('checklist.set', 'conclusion.saved', 'comparison.run')`,
        { comparison })
      .map(({ author }) => author),

  /** Ids of what belongs to a comparison and has rows of its own in the log. */
  partsOf: (comparison: string): string[] =>
    db.all<{ id: string }>('SELECT id FROM annotations WHERE comparisonId = $comparison UNION SELECT id FROM opinions WHERE comparisonId = $comparison', { comparison }).map(({ id }) => id),

  /** All of a comparison, oldest first: those being formed, those locked and those withdrawn. */
  opinions: (comparison: string): Opinion[] => db.all<StoredOpinion>(`SELECT ${COLUMNS} FROM opinions WHERE comparisonId = ? ORDER BY row`, comparison).map(whole)
})
