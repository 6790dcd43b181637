import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { BegunUse } from '../../../../../shared/domain/case'
import type { WorkProgress } from '../../../../../shared/domain/common'
import { toErrorData, type ErrorData } from '../../../../../shared/errors'
import { ConnectionContext, useClient } from '../../../client'
import { useLibrary } from '../../../data/useLibrary'
import { caseOf } from '../../../routes'

export type CaseUseState = { state: 'beginning'; progress: WorkProgress | null } | { state: 'begun'; use: BegunUse } | { state: 'failed'; error: ErrorData }

interface CaseUseControl {
  current: CaseUseState
  /** Ends this use and begins one with another purpose. */
  restart: (purpose: string) => void
}

const CaseUseContext = createContext<CaseUseControl | null>(null)

/** The use of the case on screen: null outside a case. */
export const useCaseUse = (): CaseUseControl | null => useContext(CaseUseContext)

/**
 * Whoever opens a case begins a use of it, whichever of its screens they see, and ends it by leaving: both are logged
 * with the purpose, and at the beginning every photo's hash is checked.
 */
export function CaseUseProvider({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  const library = useLibrary()
  const caseId = caseOf(location)
  if (!library || caseId === null) return children
  return (
    <Use key={`${library.folder} ${caseId}`} caseId={caseId}>
      {children}
    </Use>
  )
}

/** One use ends in the log before the next begins. */
let lastEnd: Promise<unknown> = Promise.resolve()

function Use({ caseId, children }: { caseId: string; children: ReactNode }) {
  const client = useClient()
  const epoch = useContext(ConnectionContext)
  const [purpose, setPurpose] = useState<string | null>(null)
  const [current, setCurrent] = useState<CaseUseState>({ state: 'beginning', progress: null })
  useEffect(() => {
    const controller = new AbortController()
    const begun = lastEnd.then(() => client.call('case.begin', { id: caseId, purpose }, { signal: controller.signal, onProgress: progress => setCurrent({ state: 'beginning', progress }) }))
    begun.then(
      use => !controller.signal.aborted && setCurrent({ state: 'begun', use }),
      (error: unknown) => !controller.signal.aborted && setCurrent({ state: 'failed', error: toErrorData(error) })
    )
    return () => {
      controller.abort()
      // A use that the host has lost, with its connection or its library, has ended there already.
      lastEnd = begun.then(({ id }) => client.call('case.end', { use: id })).catch(() => undefined)
    }
  }, [client, caseId, purpose, epoch])
  const value = useMemo(() => ({ current, restart: setPurpose }), [current])
  return <CaseUseContext value={value}>{children}</CaseUseContext>
}
