import { COMPONENTS, Finding, type ChecklistItem, type Component } from '../../../../shared/domain/checklist'

/** As they stand side by side, keys 1 to 5. */
export const FINDINGS: readonly { finding: Finding; label: string }[] = Finding.options.map(finding => ({ finding, label: finding[0]!.toUpperCase() + finding.slice(1) }))

export const componentLabel = (component: Component): string => component[0]!.toUpperCase() + component.slice(1)

export const assessedCount = (items: readonly Pick<ChecklistItem, 'finding'>[]): number => items.filter(({ finding }) => finding !== null).length

/** What a key does to the finding of a component: 1 to 5 set one, 0 or Backspace take it back; undefined for others. */
export function findingOf(key: string): Finding | null | undefined {
  if (key === '0' || key === 'Backspace') return null
  return /^[1-5]$/.test(key) ? FINDINGS[Number(key) - 1]!.finding : undefined
}

/** The component that an arrow key goes to among those shown; null at the ends and for other keys. */
export function neighbour(key: string, at: Component, shown: readonly Component[]): Component | null {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  return step === 0 ? null : (shown[shown.indexOf(at) + step] ?? null)
}

export const COMPONENT_COUNT = COMPONENTS.length
