import { useQueryClient } from '@tanstack/react-query'
import type { Opinion, Sight } from '../../../../shared/domain/opinion'
import { useAct, useCall } from '../../client'
import { useEntries, type ChecklistSource } from '../checklist/useChecklist'

/** What the present examiner may see of a comparison. */
export const useSight = (comparison: string) => useCall('opinion.sight', { comparison })

const keyOf = (comparison: string): unknown[] => ['opinion.sight', { comparison }]

/** Shows an opinion as it was stored at once; the rest follows when the library tells of the change. */
function useShowForming(comparison: string): (forming: Opinion) => void {
  const queries = useQueryClient()
  return forming => void queries.setQueryData<Sight>(keyOf(comparison), sight => sight && { ...sight, forming })
}

/** The checklist of the opinion that is being formed, stored entry by entry. */
export function useOpinionChecklist({ id, comparison, checklist }: Opinion): ChecklistSource {
  const queries = useQueryClient()
  const { mutateAsync } = useAct('opinion.set')
  const show = useShowForming(comparison)
  const set = useEntries(
    () => queries.getQueryData<Sight>(keyOf(comparison))?.forming?.checklist,
    async item => show(await mutateAsync({ id, item }))
  )
  return { items: checklist, error: null, set }
}

/** Stores the conclusion of the opinion that is being formed; false where that failed and was said. */
export function useOpinionConclusion({ id, comparison }: Opinion): (conclusion: Opinion['conclusion']) => Promise<boolean> {
  const { mutateAsync } = useAct('opinion.set')
  const show = useShowForming(comparison)
  return async conclusion => {
    try {
      show(await mutateAsync({ id, conclusion }))
    } catch {
      return false // useAct has said it
    }
    return true
  }
}
