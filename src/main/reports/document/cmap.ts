/**
 * Which characters a font file (TrueType, OpenType/CFF) can show: its `cmap` table, formats 4 and 12 as the OpenType
 * specification has them. The typesetter can't say so before it fails.
 */

/** Ranges of code points, both ends included, ascending and apart. */
export type Coverage = readonly (readonly [from: number, to: number])[]

/** @throws Error for a file without such a table */
export function coverageOf(font: Buffer): Coverage {
  const table = tableAt(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, i) => table + font.readUInt32BE(table + 4 + i * 8 + 4))
  const twelve = subtables.find(at => font.readUInt16BE(at) === 12)
  if (twelve !== undefined) return merged(formatTwelve(font, twelve))
  const four = subtables.find(at => font.readUInt16BE(at) === 4)
  if (four !== undefined) return merged(formatFour(font, four))
  throw new Error('the font has no character map of format 4 or 12')
}

function tableAt(font: Buffer, name: string): number {
  for (let i = 0, at = 12; i < font.readUInt16BE(4); i++, at += 16) if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new Error(`the font has no table "${name}"`)
}

function formatTwelve(font: Buffer, at: number): [number, number][] {
  const groups = Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => at + 16 + i * 12)
  // A group that begins with glyph 0 shows nothing at its first place.
  return groups.map(group => [font.readUInt32BE(group) + (font.readUInt32BE(group + 8) === 0 ? 1 : 0), font.readUInt32BE(group + 4)])
}

function formatFour(font: Buffer, at: number): [number, number][] {
  const count = font.readUInt16BE(at + 6) / 2
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + count * 2, at + 16 + count * 4, at + 16 + count * 6]
  const found: [number, number][] = []
  for (let i = 0; i < count; i++) {
    const [start, end] = [font.readUInt16BE(starts + i * 2), font.readUInt16BE(ends + i * 2)]
    const [delta, offset] = [font.readUInt16BE(deltas + i * 2), font.readUInt16BE(offsets + i * 2)]
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : font.readUInt16BE(offsets + i * 2 + offset + (code - start) * 2)
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.push([code, code])
    }
  }
  return found
}

function merged(ranges: readonly (readonly [number, number])[]): Coverage {
  const all: [number, number][] = []
  for (const [from, to] of ranges.filter(([from, to]) => from <= to).toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

export function covers(coverage: Coverage, code: number): boolean {
  let [low, high] = [0, coverage.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = coverage[middle]!
    if (code < from) high = middle - 1
    else if (code > to) low = middle + 1
    else return true
  }
  return false
}
