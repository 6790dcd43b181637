import { z } from 'zod'
import { Time } from '../../../../shared/domain/common'

/** A conclusion that was begun and not saved, kept in this window's storage: a reload or a crash loses nothing of it. */
const LocalDraft = z.object({
  level: z.string().nullable(),
  same: z.string(),
  different: z.string(),
  rationale: z.string(),
  /** The version it goes on from; 0 before the first. */
  after: z.int().nonnegative(),
  at: Time
})
export type LocalDraft = z.infer<typeof LocalDraft>

/** The part of the window's storage that is used. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Whose draft it is: a copy of the library holds the same comparison, and two examiners may share a window. */
export interface DraftOwner {
  /** The library's folder. */
  library: string
  comparison: string
  examiner: string
}

const keyOf = ({ library, comparison, examiner }: DraftOwner): string => `vidimus.conclusion.${JSON.stringify([library, comparison, examiner])}`

/** Null where there is none, or what is there is not ours. */
export function readDraft(store: Store, owner: DraftOwner): LocalDraft | null {
  const text = store.getItem(keyOf(owner))
  if (text === null) return null
  try {
    const draft = LocalDraft.safeParse(JSON.parse(text))
    return draft.success ? draft.data : null
  } catch {
    return null // not JSON: another program's, or cut off; there is nothing to offer
  }
}

export const keepDraft = (store: Store, owner: DraftOwner, draft: LocalDraft): void => store.setItem(keyOf(owner), JSON.stringify(draft))

export const dropDraft = (store: Store, owner: DraftOwner): void => store.removeItem(keyOf(owner))
