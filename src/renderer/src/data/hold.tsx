import { createContext, useContext, type ReactNode } from 'react'
import type { CaseStatus } from '../../../shared/domain/case'
import { useCall } from '../client'
import { useReadOnly } from './useLibrary'

const HoldContext = createContext<string | null>(null)

const CLOSED: Record<CaseStatus, string | null> = {
  open: null,
  closed: 'This case is closed: reopen it to change anything.',
  archived: 'This case is archived: reopen it to change anything.'
}

/** Why nothing can be changed here, in words; null where it can. What would change something is disabled, and says this. */
export function useHold(): string | null {
  const held = useContext(HoldContext)
  return useReadOnly() ? 'This library is open for reading only.' : held
}

/** Whether nothing can be changed here. */
export const useHeld = (): boolean => useHold() !== null

/** Everything inside can't be changed for this reason, unless there is another one around it already. */
export function Hold({ reason, children }: { reason: string | null; children: ReactNode }) {
  const around = useContext(HoldContext)
  return <HoldContext value={around ?? reason}>{children}</HoldContext>
}

/** The screens of one case: nothing of it can be changed while it is closed. */
export function CaseHold({ caseId, children }: { caseId: string; children: ReactNode }) {
  const { data } = useCall('case.get', { id: caseId })
  return <Hold reason={data ? CLOSED[data.status] : null}>{children}</Hold>
}
