import { useState } from 'react'
import { useCall, useJob, type JobState } from '../../../client'
import type { CallInput } from '../../../../../shared/ipc/contract'
import { useHasKey } from '../../key/SignFields'
import { hindrance, overridesOf, type ReportDraft } from './draft'

export interface NewReport {
  draft: ReportDraft
  change: (patch: Partial<ReportDraft>) => void
  setReason: (key: string, reason: string | undefined) => void
  check: ReturnType<typeof useCheck>
  /** Why it can't be made now; null where it can. */
  hindrance: string | null
  current: JobState<'report.create'>
  make: () => void
  cancel: () => void
  /** Forgets the report that was made, to make another one. */
  again: () => void
}

const useCheck = (input: CallInput<'report.check'>) => useCall('report.check', input, { enabled: input.comparisons?.length !== 0, keepPrevious: true })

/** The report that is being asked for, its check, and its making. */
export function useNewReport(caseId: string, caseNumber: string, comparison: string | undefined): NewReport {
  const [draft, setDraft] = useState<ReportDraft>({ comparisons: comparison === undefined ? null : [comparison], language: 'en', signed: false, passphrase: '', reasons: {} })
  const { comparisons, language, signed, passphrase, reasons } = draft
  const check = useCheck({ case: caseId, comparisons, language })
  const hasKey = useHasKey()
  const { current, start, cancel, reset } = useJob('report.create', { title: `Report of ${caseNumber}` })
  const change = (patch: Partial<ReportDraft>): void => setDraft(before => ({ ...before, ...patch }))
  const setReason = (key: string, reason: string | undefined): void =>
    setDraft(before => ({ ...before, reasons: Object.fromEntries([...Object.entries(before.reasons).filter(([other]) => other !== key), ...(reason === undefined ? [] : [[key, reason]])]) as ReportDraft['reasons'] }))
  const make = (): void => {
    void start({ case: caseId, comparisons, language, overrides: overridesOf(check.data?.claims ?? [], reasons), sign: signed ? { passphrase } : null }).then(made => {
      // A passphrase is kept no longer than it is needed; after a refusal it may need but one letter more.
      if (made) change({ passphrase: '' })
    })
  }
  return { draft, change, setReason, check, hindrance: hindrance(draft, check.isPlaceholderData ? undefined : check.data, hasKey), current, make, cancel, again: reset }
}
