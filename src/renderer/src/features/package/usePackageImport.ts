import { useCallback, useEffect, useRef, useState } from 'react'
import type { Case } from '../../../../shared/domain/case'
import type { PackageInspection } from '../../../../shared/domain/casePackage'
import type { WorkProgress } from '../../../../shared/domain/common'
import type { FileSource } from '../../../../shared/domain/exhibit'
import { toErrorData, type ErrorData } from '../../../../shared/errors'
import { useClient } from '../../client'
import { dropSource, fileSource } from '../../transport/upload'

/** A file of this window's, or one that the host named. */
export type PackageFile = File | FileSource

type ImportStep =
  | { step: 'choosing'; error: ErrorData | null }
  | { step: 'reading'; name: string; progress: WorkProgress | null }
  | { step: 'inspected'; name: string; inspection: PackageInspection; error: ErrorData | null }
  | { step: 'importing'; name: string; progress: WorkProgress | null }

export interface PackageImport {
  current: ImportStep
  take: (file: PackageFile) => void
  /** Imports what was inspected. `copy`, `number`: for a case that is here already, or whose number is taken. */
  accept: (options: { copy: boolean; number: string | null }) => void
  /** Stops what runs; a package that was inspected stays at hand. */
  cancel: () => void
  /** Lets go of the file, for another one. */
  back: () => void
}

const START: ImportStep = { step: 'choosing', error: null }

const nameOf = (file: PackageFile): string => (file instanceof File ? file.name : file.kind === 'upload' ? file.name : (file.path.split(/[\\/]/).at(-1) ?? file.path))

/** A package from the choice of its file to the case that came out of it. */
export function usePackageImport(onDone: (imported: Case) => void): PackageImport {
  const client = useClient()
  const [current, setCurrent] = useState<ImportStep>(START)
  const source = useRef<FileSource>(null)
  const work = useRef<AbortController>(null)

  const letGo = useCallback((): void => {
    work.current?.abort()
    // An upload that is gone by now is no loss.
    if (source.current) void dropSource(source.current).catch(() => undefined)
    source.current = null
  }, [])
  useEffect(() => letGo, [letGo])

  const take = async (file: PackageFile): Promise<void> => {
    letGo()
    const { signal } = (work.current = new AbortController())
    const name = nameOf(file)
    const show = (progress: WorkProgress | null): void => void (signal.aborted || setCurrent({ step: 'reading', name, progress }))
    show(null)
    try {
      const taken = file instanceof File ? await fileSource(file, { signal, onProgress: (done, total) => show({ step: 'Bytes handed over', done, total: Math.max(1, total) }) }) : file
      source.current = taken
      show(null)
      const inspection = await client.call('package.inspect', { source: taken }, { signal, onProgress: show })
      if (!signal.aborted) setCurrent({ step: 'inspected', name, inspection, error: null })
    } catch (cause) {
      if (signal.aborted) return
      letGo()
      setCurrent({ step: 'choosing', error: toErrorData(cause) })
    }
  }

  const accept = async (options: { copy: boolean; number: string | null }): Promise<void> => {
    if (current.step !== 'inspected' || !source.current) return
    const { name, inspection } = current
    const { signal } = (work.current = new AbortController())
    setCurrent({ step: 'importing', name, progress: null })
    try {
      const imported = await client.call('package.import', { source: source.current, ...options }, { signal, onProgress: progress => setCurrent({ step: 'importing', name, progress }) })
      source.current = null
      onDone(imported)
    } catch (cause) {
      const error = toErrorData(cause)
      setCurrent({ step: 'inspected', name, inspection, error: error.kind === 'cancelled' ? null : error })
    }
  }

  const back = (): void => {
    letGo()
    setCurrent(START)
  }
  const cancel = (): void => {
    if (current.step === 'importing') work.current?.abort()
    else back()
  }
  return { current, take: file => void take(file), accept: options => void accept(options), cancel, back }
}
