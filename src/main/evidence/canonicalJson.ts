/**
 * One text for one value: keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript spells them
 * (the form of RFC 8785). Keys whose value is undefined are left out.
 *
 * @throws TypeError for what JSON can't hold: NaN, infinity, functions, bigints, undefined at the top or in a list
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return `{${fields(value as Record<string, unknown>).join(',')}}`
  throw new TypeError(`a ${typeof value} has no place in JSON`)
}

const fields = (object: Record<string, unknown>): string[] =>
  Object.keys(object)
    .filter(key => object[key] !== undefined)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(object[key])}`)
