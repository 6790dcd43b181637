import { useQueryClient } from '@tanstack/react-query'
import type { LaboratoryKey } from '../../../../shared/domain/signature'
import type { CallInput } from '../../../../shared/ipc/contract'
import { useAct } from '../../client'

/** Takes what a call gave as the key of now; what is shown follows at once. */
function useTake(): (key: LaboratoryKey | null) => void {
  const queries = useQueryClient()
  return key => {
    queries.setQueryData(['key.get', {}], { key })
    void queries.invalidateQueries({ queryKey: ['key.get'] })
  }
}

/** Makes the laboratory's key. Errors are the caller's to show. */
export function useCreateKey() {
  const { mutateAsync, isPending, error } = useAct('key.create', { handles: 'all' })
  const take = useTake()
  const create = (input: CallInput<'key.create'>): Promise<void> => mutateAsync(input).then(take)
  return { create, isPending, error }
}

export function useRestoreKey() {
  const { mutateAsync, isPending, error } = useAct('key.restore', { handles: 'all' })
  const take = useTake()
  const restore = (input: CallInput<'key.restore'>): Promise<void> => mutateAsync(input).then(take)
  return { restore, isPending, error }
}

export function useRetireKey() {
  const { mutateAsync, isPending } = useAct('key.retire')
  const take = useTake()
  const retire = (reason: string): Promise<void> => mutateAsync({ reason }).then(({ key }) => take(key))
  return { retire, isPending }
}
