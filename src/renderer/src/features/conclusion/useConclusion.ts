import { useState } from 'react'
import type { Conclusion, ConclusionDraft } from '../../../../shared/domain/conclusion'
import { useAct, useCall } from '../../client'
import { dropDraft, keepDraft, readDraft, type DraftOwner, type LocalDraft } from './localDraft'

export const EMPTY: ConclusionDraft = { level: null, same: '', different: '', rationale: '' }

export const contentOf = ({ level, same, different, rationale }: ConclusionDraft): ConclusionDraft => ({ level, same, different, rationale })

const isSame = (a: ConclusionDraft, b: ConclusionDraft): boolean =>
  a.level === b.level && a.same.trim() === b.same.trim() && a.different.trim() === b.different.trim() && a.rationale.trim() === b.rationale.trim()

export interface Writing {
  draft: ConclusionDraft
  /** The version it goes on from. */
  after: number
  change: (patch: Partial<ConclusionDraft>) => void
  /** Differs from the version it goes on from. */
  dirty: boolean
  /** Another window saved a version meanwhile: its number. */
  overtakenBy: number | null
  /** Saves over that version: as the one that comes after it. */
  goOn: () => void
  discard: () => void
  save: () => void
  busy: boolean
  failed: boolean
}

/** The examiner's conclusion while it is written. What is not saved is kept in this window's storage. */
export function useConclusion(owner: DraftOwner, versions: readonly Conclusion[]): { writing: Writing | null; begin: (from: ConclusionDraft) => void; kept: LocalDraft | null; takeUp: () => void; forget: () => void } {
  const [kept, setKept] = useState(() => readDraft(localStorage, owner))
  const [own, setOwn] = useState<{ draft: ConclusionDraft; after: number } | null>(null)
  const { mutate, isPending, isError } = useAct('conclusion.save')
  // A version that is being saved counts at once: the list follows a moment later.
  const last = Math.max(0, ...versions.map(({ version }) => version))

  const set = (draft: ConclusionDraft, after: number): void => {
    setOwn({ draft, after })
    keepDraft(localStorage, owner, { ...draft, after, at: new Date().toISOString() })
  }
  const forget = (): void => {
    dropDraft(localStorage, owner)
    setKept(null)
  }
  const end = (): void => {
    forget()
    setOwn(null)
  }
  const takeUp = (): void => {
    if (kept) setOwn({ draft: contentOf(kept), after: kept.after })
    setKept(null)
  }
  const begin = (from: ConclusionDraft): void => setOwn({ draft: contentOf(from), after: last })
  if (!own) return { writing: null, begin, kept, takeUp, forget }

  const { draft, after } = own
  const base = versions.find(({ version }) => version === after) ?? EMPTY
  const writing: Writing = {
    draft,
    after,
    change: patch => set({ ...draft, ...patch }, after),
    dirty: !isSame(draft, base),
    overtakenBy: last > after ? last : null,
    goOn: () => set(draft, last),
    discard: end,
    save: () => mutate({ comparison: owner.comparison, after, conclusion: draft }, { onSuccess: end }),
    busy: isPending,
    failed: isError
  }
  return { writing, begin, kept: null, takeUp, forget }
}

/** All saved versions, newest first. */
export function useVersions(comparison: string) {
  const { data, error } = useCall('conclusion.list', { comparison })
  return { versions: data?.rows.toSorted((a, b) => b.version - a.version), error }
}
