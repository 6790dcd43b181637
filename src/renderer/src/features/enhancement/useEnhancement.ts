import { useQueryClient } from '@tanstack/react-query'
import type { Enhancement, EnhancementSteps } from '../../../../shared/domain/enhancement'
import { useAct, useCall } from '../../client'
import { useUndo } from '../../ui/undo'
import type { Side } from '../compare/viewer/layers'

/** The steps of both sides, and storing one side's, with undo. Shown at once; asked for again where it failed. */
export function useEnhancement(comparison: string) {
  const { data, error } = useCall('enhancement.get', { comparison })
  const { mutateAsync } = useAct('enhancement.set')
  const queries = useQueryClient()
  const { push } = useUndo()
  const key = ['enhancement.get', { comparison }]

  const write = async (enhancement: Enhancement): Promise<void> => {
    void queries.cancelQueries({ queryKey: key })
    queries.setQueryData<Enhancement>(key, enhancement)
    try {
      queries.setQueryData<Enhancement>(key, await mutateAsync({ comparison, enhancement }))
    } catch (cause) {
      void queries.invalidateQueries({ queryKey: key })
      throw cause
    }
  }
  const set = (side: Side, steps: EnhancementSteps, label: string): void => {
    const before = queries.getQueryData<Enhancement>(key)
    if (!before || before[side] === steps) return
    const after = { ...before, [side]: steps }
    write(after).then(
      () => push({ label, undo: () => write(before), redo: () => write(after) }),
      () => undefined // useAct has said it
    )
  }
  return { enhancement: data, error, set }
}
