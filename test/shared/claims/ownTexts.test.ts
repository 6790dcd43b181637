import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { lintClaims } from '../../../src/shared/claims/lint'

const ROOT = join(import.meta.dirname, '../../..')
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const named = (...patterns: string[]): string[] => globSync(patterns, { cwd: ROOT }).map(name => name.replaceAll('\\', '/')).sort()

/** Sentences of our own that the linter finds and that may stand, each with the reason. */
const ALLOWED: readonly [part: string, reason: string][] = [
  ['That two photos show one person.', 'the list of what is never claimed, as the window shows it'],
  ['That a cosine is a percentage', 'the same list'],
  ['That a map is proof or cause', 'the same list'],
  ['the score is a match, what sets them apart', 'how an explainer treats the machine\u2019s own decision'],
  ['where the score is a match', 'the same'],
  ['areas of FMR / FNMR', 'areas under curves, no rates']
]

/** Every string, template and JSX text of a source file, with "X" for what is put in. */
function wordsOf(name: string): string[] {
  const words: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) words.push(node.text)
    if (ts.isTemplateExpression(node)) words.push(node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join(''))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))
  return words.filter(text => /\s/.test(text.trim()))
}

const isAllowed = (sentence: string): boolean => ALLOWED.some(([part]) => sentence.includes(part))
const found = (name: string, texts: readonly string[]): string[] =>
  texts.flatMap(text => lintClaims([{ where: name, text }], 'en')).filter(({ sentence }) => !isAllowed(sentence)).map(({ rule, sentence, from, to }) => `${name}: ${rule}: "${sentence.slice(from, to)}" in "${sentence.slice(0, 300)}"`)

it('what the program says claims nothing that can\u2019t be shown', () => {
  const sources = named('src/**/*.{ts,tsx}').filter(name => !name.startsWith('src/shared/claims/'))
  const texts = sources.map(name => [name, wordsOf(name)] as const)
  expect(texts.flatMap(([, words]) => words).length).toBeGreaterThan(1000)
  expect(texts.flatMap(([name, words]) => found(name, words))).toEqual([])
})

it('what is written about it claims nothing either', () => {
  const pages = named('README.md', 'CHANGELOG.md', 'docs/**/*.md').filter(name => name !== 'docs/claims.md')
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap(name => found(name, [read(name).replace(/`[^`\n]*`/g, 'X')]))).toEqual([])
})
