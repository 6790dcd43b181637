import { inputError } from '../../shared/errors'

/** Two images of a benchmark, as paths below its image folder. */
export interface BenchmarkPair {
  a: string
  b: string
  genuine: boolean
  /** From 1. */
  fold: number
}

/**
 * LFW's pairs.txt: a first line "folds<TAB>n" (or "n" alone: one fold), then per fold n lines "name<TAB>i<TAB>j" of the
 * same person and n lines "name<TAB>i<TAB>other<TAB>j" of two. Image i of a name is name/name_000i.jpg.
 * Source: vis-www.cs.umass.edu/lfw, README.
 *
 * @throws VidimusError `pairs.format` (input), with the line.
 */
export function parseLfwPairs(text: string): BenchmarkPair[] {
  const lines = text.split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const { folds, perKind } = parseHead(lines[0] ?? '')
  const expected = folds * perKind * 2
  if (lines.length - 1 !== expected)
    throw wrong(1, `the first line promises ${expected} pairs (${folds} folds of ${perKind} + ${perKind}), the file has ${lines.length - 1}`)
  return lines.slice(1).map((line, i) => {
    const genuine = i % (perKind * 2) < perKind
    return { ...parsePair(line, i + 2, genuine), genuine, fold: Math.floor(i / (perKind * 2)) + 1 }
  })
}

function parseHead(line: string): { folds: number; perKind: number } {
  const numbers = line.trim().split(/\s+/).map(Number)
  if (numbers.length > 2 || !numbers.every((n) => Number.isInteger(n) && n > 0)) throw wrong(1, `"${line.slice(0, 80)}" is not "folds<TAB>pairs of each kind"`)
  return numbers.length === 2 ? { folds: numbers[0]!, perKind: numbers[1]! } : { folds: 1, perKind: numbers[0]! }
}

function parsePair(line: string, number: number, genuine: boolean): Pick<BenchmarkPair, 'a' | 'b'> {
  const fields = line.split('\t').map((field) => field.trim())
  if (fields.length !== (genuine ? 3 : 4))
    throw wrong(number, `a pair of ${genuine ? 'the same person has 3' : 'two persons has 4'} fields parted by tabs, this line has ${fields.length}: "${line.slice(0, 80)}"`)
  const [first, i, second, j] = genuine ? [fields[0]!, fields[1]!, fields[0]!, fields[2]!] : (fields as [string, string, string, string])
  return { a: imagePath(first, i, number), b: imagePath(second, j, number) }
}

function imagePath(name: string, index: string, line: number): string {
  if (!/^\d{1,4}$/.test(index)) throw wrong(line, `"${index}" is not an image number`)
  if (!/^[^/\\\0]+$/.test(name) || name.startsWith('.')) throw wrong(line, `"${name}" is not a name`)
  return `${name}/${name}_${index.padStart(4, '0')}.jpg`
}

const wrong = (line: number, what: string) =>
  inputError('pairs.format', `The pairs file is not in LFW's format: line ${line}: ${what}. Use the pairs.txt that belongs to the images.`)
