import { canonicalJson } from '../../evidence/canonicalJson'

export interface Differences {
  from: Record<string, unknown>
  to: Record<string, unknown>
}

/** The fields that differ, as they were and as they are; null where none does. */
export function differences(before: object, after: object): Differences | null {
  const [from, to] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const keys = Object.keys(to).filter(key => canonicalJson(from[key] ?? null) !== canonicalJson(to[key] ?? null))
  const pick = (all: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(keys.map(key => [key, all[key] ?? null]))
  return keys.length === 0 ? null : { from: pick(from), to: pick(to) }
}

/** What a patch really holds. */
export const given = <T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
