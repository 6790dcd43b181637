import type { ChecklistItem, Component, Finding } from '../../../../shared/domain/checklist'
import { COMPONENTS } from '../../../../shared/domain/checklist'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'

/** A checklist and a conclusion under one name, as they stand beside another's. */
export interface Stand {
  name: string
  checklist: readonly ChecklistItem[]
  conclusion: ConclusionDraft
}

export type Agreement = 'same' | 'other' | 'one' | 'none'

export interface AgreementRow {
  component: Component
  left: Finding | null
  right: Finding | null
  agreement: Agreement
}

/** How two findings on one component stand to each other. */
export function agreementOf(left: Finding | null, right: Finding | null): Agreement {
  if (left === null && right === null) return 'none'
  if (left === null || right === null) return 'one'
  return left === right ? 'same' : 'other'
}

/** All components in their order. */
export const agreementRows = (left: readonly ChecklistItem[], right: readonly ChecklistItem[]): AgreementRow[] =>
  COMPONENTS.map(component => {
    const [ofLeft, ofRight] = [left, right].map(items => items.find(item => item.component === component)?.finding ?? null)
    return { component, left: ofLeft ?? null, right: ofRight ?? null, agreement: agreementOf(ofLeft ?? null, ofRight ?? null) }
  })

/** What was changed from one stand to a later one, in words; empty where nothing was. */
export function changesBetween(before: Omit<Stand, 'name'>, after: Omit<Stand, 'name'>): string[] {
  const findings = agreementRows(before.checklist, after.checklist)
    .filter(({ left, right }) => left !== right)
    .map(({ component, left, right }) => `${component}: ${left ?? 'not assessed'} \u2192 ${right ?? 'not assessed'}`)
  const notes = before.checklist.filter(({ component, note, cause, finding }) => {
    const now = after.checklist.find(item => item.component === component)
    return now !== undefined && now.finding === finding && (now.note !== note || now.cause !== cause)
  })
  return [...conclusionChanges(before.conclusion, after.conclusion), ...findings, ...notes.map(({ component }) => `${component}: note changed`)]
}

function conclusionChanges(before: ConclusionDraft, after: ConclusionDraft): string[] {
  const changes: string[] = []
  if (before.level !== after.level) changes.push(`level: ${before.level ?? 'none'} \u2192 ${after.level ?? 'none'}`)
  if (before.same !== after.same || before.different !== after.different) changes.push('propositions changed')
  if (before.rationale !== after.rationale) changes.push('rationale changed')
  return changes
}
