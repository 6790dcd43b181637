import { execFileSync, spawnSync } from 'node:child_process'

/** Why PDFs can't be looked into here; null where they can. Debian has the tools in poppler-utils (scripts/prepare-tests.ts). */
export const noPoppler: string | null = spawnSync('pdftotext', ['-v']).error === undefined ? null : 'poppler-utils is not installed'

const run = (tool: string, args: readonly string[]): string => execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 100_000_000 })

/** The text in reading order, page by page. */
export const textOf = (file: string): string[] => run('pdftotext', [file, '-']).split('\f').slice(0, -1)
/** All text in one, every run of white space one blank: for facts that may be broken over lines. */
export const flatText = (file: string): string => textOf(file).join(' ').replace(/\s+/g, ' ')

/** The same in the order in which it was set: the words of a table's cell stay together. */
export const flatSetText = (file: string): string => run('pdftotext', ['-raw', file, '-']).replace(/\s+/g, ' ')

/** Name -> value, as pdfinfo prints them. */
export const infoOf = (file: string): Record<string, string> => Object.fromEntries(run('pdfinfo', [file]).split('\n').filter(line => line.includes(':')).map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
export const structureOf = (file: string): string => run('pdfinfo', ['-struct', file])

/** Each font's name and whether it is embedded. */
export const fontsOf = (file: string): { name: string; embedded: boolean }[] =>
  run('pdffonts', [file]).split('\n').slice(2).filter(line => line.trim() !== '').map(line => ({ name: line.split(/\s+/)[0]!, embedded: line.slice(72).trim().startsWith('yes') }))

/** Writes every page as PNG to `prefix`-1.png ... @param dpi dots an inch */
export const drawPages = (file: string, prefix: string, dpi: number): void => void run('pdftoppm', ['-r', String(dpi), '-png', file, prefix])
