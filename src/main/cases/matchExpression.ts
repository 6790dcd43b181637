/**
 * What a person typed as an FTS5 expression: every word must occur, the last may be the beginning of one. Each word is
 * quoted, so that nothing in it is syntax. Null where there is no letter or digit to look for.
 */
export function matchExpression(text: string): string | null {
  const words = text.replaceAll('\0', ' ').split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
  const quoted = words.map(word => `"${word.replaceAll('"', '""')}"`)
  return quoted.length === 0 ? null : `${quoted.join(' ')}*`
}
