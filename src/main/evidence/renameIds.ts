/** Ids there and ids here, of a case that came in as a copy. */
export type IdMap = Readonly<Record<string, string>>

/** A value with every id in it that the map knows replaced: whole strings alone, at any depth. Nothing is copied where the map is empty. */
export function renameIds<T>(value: T, map: IdMap): T {
  return Object.keys(map).length === 0 ? value : (renamed(value, map) as T)
}

function renamed(value: unknown, map: IdMap): unknown {
  if (typeof value === 'string') return Object.hasOwn(map, value) ? map[value] : value
  if (Array.isArray(value)) return value.map(item => renamed(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, map)]))
}
