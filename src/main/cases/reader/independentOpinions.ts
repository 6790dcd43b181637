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

  /** All of a comparison, oldest first: those being formed, those locked and those withdrawn. */
  opinions: (comparison: string): Opinion[] => db.all<StoredOpinion>(`SELECT ${COLUMNS} FROM opinions WHERE comparisonId = ? ORDER BY row`, comparison).map(whole)
})
