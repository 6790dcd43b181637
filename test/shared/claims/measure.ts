import type { ClaimRule } from '../../../src/shared/domain/claims'
import { lintClaims } from '../../../src/shared/claims/lint'

type Labelled = readonly [rule: ClaimRule | null, sentence: string]

export const rulesIn = (text: string): ClaimRule[] => lintClaims([{ where: '', text }], 'en').map(({ rule }) => rule)

export interface Measured {
  found: number
  missed: string[]
  /** Found, but not by the rule that was named. */
  byOther: string[]
  wrong: string[]
  precision: number
  recall: number
}

/** A sentence counts as found where any rule finds it: that is what an examiner sees. */
export function measure(list: readonly Labelled[]): Measured {
  const claims = list.filter(([rule]) => rule !== null)
  const found = claims.filter(([, sentence]) => rulesIn(sentence).length > 0)
  const wrong = list.filter(([rule, sentence]) => rule === null && rulesIn(sentence).length > 0).map(([, sentence]) => `${rulesIn(sentence).join()}: ${sentence}`)
  return {
    found: found.length,
    missed: claims.filter(claim => !found.includes(claim)).map(([rule, sentence]) => `${rule}: ${sentence}`),
    byOther: found.filter(([rule, sentence]) => !rulesIn(sentence).includes(rule!)).map(([rule, sentence]) => `${rule} by ${rulesIn(sentence).join()}: ${sentence}`),
    wrong,
    precision: found.length / (found.length + wrong.length),
    recall: found.length / claims.length
  }
}
