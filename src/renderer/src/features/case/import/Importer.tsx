import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import type { WorkProgress } from '../../../../../shared/domain/common'
import type { Provenance } from '../../../../../shared/domain/exhibit'
import { notifyError, useClient, useJobStore } from '../../../client'
import { count } from '../../../ui/format'
import type { Collected } from './items'
import { runImport, type ImportOutcome } from './runImport'

export type ImportState =
  | { state: 'idle' }
  /** A folder is being read. */
  | { state: 'collecting'; files: number }
  /** The files are known; where they came from is asked. */
  | { state: 'asking'; caseId: string; collected: Collected }
  | { state: 'running'; progress: WorkProgress; cancelling: boolean }
  | { state: 'done'; caseId: string; outcome: ImportOutcome }

interface ImportControl {
  current: ImportState
  /** Takes in what was dropped or chosen for a case. */
  offer: (caseId: string, gather: (onFound: (files: number) => void) => Promise<Collected>) => void
  start: (provenance: Provenance) => void
  cancel: () => void
  close: () => void
}

const ImportContext = createContext<ImportControl | null>(null)

/** The one import of this window: it goes on whatever screen is shown, and its report waits to be read. */
export function useImporter(): ImportControl {
  const importer = useContext(ImportContext)
  if (!importer) throw new Error('useImporter is called outside ImportProvider')
  return importer
}

const BUSY = { kind: 'usage', code: 'import.busy', message: 'An import is under way: wait for its report, or cancel it. Then add these files again.' } as const

export function ImportProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const jobs = useJobStore()
  const [current, setCurrent] = useState<ImportState>({ state: 'idle' })
  const latest = useRef<ImportState>(current)
  const controller = useRef<AbortController>(null)
  const control = useMemo(() => {
    const show = (state: ImportState): void => setCurrent((latest.current = state))
    const close = (): void => show({ state: 'idle' })
    const cancel = (): void => {
      controller.current?.abort()
      if (latest.current.state === 'running') show({ ...latest.current, cancelling: true })
      else close()
    }
    const offer: ImportControl['offer'] = (caseId, gather) => {
      if (latest.current.state !== 'idle' && latest.current.state !== 'done') return notifyError(BUSY)
      show({ state: 'collecting', files: 0 })
      void gather(files => latest.current.state === 'collecting' && show({ state: 'collecting', files })).then(collected => {
        if (latest.current.state === 'collecting') show({ state: 'asking', caseId, collected })
      })
    }
    const start = (provenance: Provenance): void => {
      if (latest.current.state !== 'asking') return
      const { caseId, collected } = latest.current
      const own = (controller.current = new AbortController())
      const job = jobs.add({ title: `Import of ${count(collected.items.length, 'file')}`, cancel })
      const onProgress = (progress: WorkProgress): void => {
        job.report(progress)
        show({ state: 'running', progress, cancelling: own.signal.aborted })
      }
      onProgress({ step: 'Starting', done: 0, total: Math.max(1, collected.items.length) })
      void runImport({ client, caseId, collected, provenance, signal: own.signal, onProgress }).then(outcome => {
        job.end()
        show({ state: 'done', caseId, outcome })
      })
    }
    return { offer, start, cancel, close }
  }, [client, jobs])
  const value = useMemo(() => ({ ...control, current }), [control, current])
  return <ImportContext value={value}>{children}</ImportContext>
}
