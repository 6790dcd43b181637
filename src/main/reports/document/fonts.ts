import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverageOf, covers, type Coverage } from './cmap'

interface Family {
  /** As the font files name it. */
  name: string
  /** npm package, and its files: the first one says what the family can show. */
  module: string
  files: readonly string[]
}

/** In the order in which they are asked for a character. */
const FAMILIES: readonly Family[] = [
  { name: 'Noto Sans', module: import.meta.resolve('@embedpdf/fonts-latin'), files: ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'] },
  { name: 'Noto Naskh Arabic', module: import.meta.resolve('@embedpdf/fonts-arabic'), files: ['NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf'] },
  { name: 'Noto Sans Hebrew', module: import.meta.resolve('@embedpdf/fonts-hebrew'), files: ['NotoSansHebrew-Regular.ttf', 'NotoSansHebrew-Bold.ttf'] },
  { name: 'Noto Sans S Chinese', module: import.meta.resolve('@embedpdf/fonts-sc'), files: ['NotoSansHans-Regular.otf'] },
  { name: 'Noto Sans Korean', module: import.meta.resolve('@embedpdf/fonts-kr'), files: ['NotoSansKR-Regular.otf'] }
]

export interface Fonts {
  names: string[]
  blobs: Buffer[]
  /** Whether one of them has all of these code points. */
  shows: (codes: readonly number[]) => boolean
}

/** The families that a text needs, and no more of them: the East Asian ones are large. The first is always there. */
export async function fontsFor(text: string): Promise<Fonts> {
  const missing = new Set([...text].map(letter => letter.codePointAt(0)!))
  const fonts: Fonts = { names: [], blobs: [], shows: () => false }
  const coverages: Coverage[] = []
  for (const family of FAMILIES) {
    if (coverages.length > 0 && missing.size === 0) break
    const [first, ...rest] = family.files
    const regular = await readFont(family, first!)
    const coverage = coverageOf(regular)
    const shown = [...missing].filter(code => covers(coverage, code))
    if (coverages.length > 0 && shown.length === 0) continue
    shown.forEach(code => missing.delete(code))
    coverages.push(coverage)
    fonts.names.push(family.name)
    fonts.blobs.push(regular, ...(await Promise.all(rest.map(file => readFont(family, file)))))
  }
  return { ...fonts, shows: codes => coverages.some(coverage => codes.every(code => covers(coverage, code))) }
}

/** The package's entry lies in dist, its fonts beside that. */
const readFont = ({ module }: Family, file: string): Promise<Buffer> => readFile(join(dirname(fileURLToPath(module)), '../fonts', file))
