import type { StoredCase } from '../../../shared/domain/storedCase'
import { partsOf, type PartKind } from '../../../shared/domain/storedParts'

/** Kinds whose parts have names of their own; uses, faces and opinions may be called alike. */
const NAMED: ReadonlySet<PartKind> = new Set<PartKind>(['exhibits', 'comparisons', 'runs', 'annotations', 'conclusions', 'reports'])

/** What a case holds twice and can hold once alone, in words: ids, and what has a number of its own. */
export function doubles(stored: StoredCase): string[] {
  const parts = partsOf(stored)
  const names = [...parts.filter(({ kind }) => NAMED.has(kind)).map(({ name }) => name), ...otherNames(stored)]
  return [...sameIds(parts), ...repeated(names).map(name => `There are two of what is called "${name}".`)]
}

function sameIds(parts: ReturnType<typeof partsOf>): string[] {
  const first = new Map<string, string>()
  return parts.flatMap(({ kind, name, id }) => {
    const key = `${kind} ${id}`
    const other = first.get(key)
    if (other === undefined) first.set(key, name)
    return other === undefined ? [] : [`${other} and ${name} have the same id, ${id}.`]
  })
}

/** What has no id. */
const otherNames = ({ case: { tags }, comparisons }: StoredCase): string[] => [
  ...tags.map(tag => `tag ${tag}`),
  ...comparisons.flatMap(({ number, amendments, checklist, opinions }) => [
    ...amendments.map(({ version }) => `amendment to version ${version} of C-${number}`),
    ...checklist.map(({ component }) => `checklist of C-${number}, ${component}`),
    ...opinions.filter(({ role }) => role === 'first').map(() => `first opinion on C-${number}`)
  ])
]

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(names.filter(name => seen.size === seen.add(name).size))]
}
