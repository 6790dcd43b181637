/** "1-5,9": rising whole numbers as text. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** The numbers of a text that `rangesOf` made that are not among `found`, the first few. */
export function missingFrom(ranges: string, found: ReadonlySet<number>, most = 10): number[] {
  const missing: number[] = []
  for (const range of ranges.split(',')) {
    const [from, to = from] = range.split('-').map(Number)
    for (let number = from!; number <= to! && missing.length < most; number++) if (!found.has(number)) missing.push(number)
  }
  return missing
}
