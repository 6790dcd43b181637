import type { Case, CaseStatus } from '../../../../shared/domain/case'
import { useAct, useClient } from '../../client'
import { useUndo } from '../../ui/undo'

const verbs: Record<CaseStatus, string> = { open: 'reopening', closed: 'closing', archived: 'archiving' }

/** Closes, archives or reopens a case; it can be undone. */
export function useCaseStatus(): (row: Pick<Case, 'id' | 'number' | 'status' | 'revision'>, status: CaseStatus) => Promise<void> {
  const client = useClient()
  const { mutateAsync } = useAct('case.update')
  const { push } = useUndo()
  return async (row, status) => {
    await mutateAsync({ id: row.id, revision: row.revision, patch: { status } })
    // Whoever undoes it works on the case as it is by then.
    const set = async (to: CaseStatus): Promise<void> => {
      const { revision } = await client.call('case.get', { id: row.id })
      await client.call('case.update', { id: row.id, revision, patch: { status: to } })
    }
    push({ label: `${verbs[status]} case ${row.number}`, undo: () => set(row.status), redo: () => set(status) })
  }
}
