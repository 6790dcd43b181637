import type { CaseQuery } from '../../../shared/domain/case'
import type { ComparisonQuery } from '../../../shared/domain/caseComparison'
import { random, randomBelow } from '../../../shared/random'
import type { Library } from '../../cases/library'
import { median } from '../median'

export interface Latency {
  /** Milliseconds. */
  median: number
  p95: number
}

const ROUNDS = 60

const cases: CaseQuery = { text: '', status: ['open', 'closed'], tag: null, sort: 'changed', descending: true, offset: 0, limit: 50 }
const comparisons: ComparisonQuery = { case: null, decision: null, sort: 'number', descending: false, removed: false, offset: 0, limit: 50 }

/** What a window asks for, by name; each question with another case at every round. */
function questions({ read }: Library): Record<string, (caseId: string) => unknown> {
  const total = read.counts()
  const lastCases = Math.max(0, Math.floor(total.cases * 0.7))
  const lastComparisons = Math.max(0, total.comparisons - 100)
  return {
    'library.status: counts': () => read.counts(),
    'case.list: first page': () => read.cases(cases),
    'case.list: deep page': () => read.cases({ ...cases, offset: lastCases }),
    'case.list: by title': () => read.cases({ ...cases, sort: 'title', descending: false }),
    'case.list: archived, by number': () => read.cases({ ...cases, status: ['archived'], sort: 'number' }),
    'case.list: one tag': () => read.cases({ ...cases, tag: 'unit 7' }),
    'case.list: common word': () => read.cases({ ...cases, text: 'camera' }),
    'case.list: beginning of a rare word': () => read.cases({ ...cases, text: 'vineya' }),
    'case.tags': () => read.tags(),
    'case.get': id => read.case(id),
    'exhibit.list: of a case': id => read.exhibits({ case: id, removed: false, offset: 0, limit: 50 }),
    'comparison.list: of a case': id => read.comparisons({ ...comparisons, case: id }),
    'comparison.list: of a case, by score': id => read.comparisons({ ...comparisons, case: id, sort: 'cosine', descending: true }),
    'comparison.list: all, first page': () => read.comparisons(comparisons),
    'comparison.list: all, deep page': () => read.comparisons({ ...comparisons, offset: lastComparisons }),
    'comparison.list: all, by score': () => read.comparisons({ ...comparisons, sort: 'cosine', descending: true }),
    'comparison.list: all, by score, deep page': () => read.comparisons({ ...comparisons, sort: 'cosine', offset: lastComparisons }),
    'comparison.list: all, one decision, newest': () => read.comparisons({ ...comparisons, decision: 'match', sort: 'changed', descending: true }),
    'library.search: common word': () => read.search('camera', 20),
    'library.search: two words': () => read.search('camera bakery', 20),
    'library.search: first letter': () => read.search('c', 20),
    'library.search: beginning of a rare word': () => read.search('vineya', 20),
    'library.search: nothing found': () => read.search('xylophone', 20),
    'library.audit: newest page': () => read.audit({ case: null, newestFirst: true, offset: 0, limit: 50 }),
    'library.audit: deep page': () => read.audit({ case: null, newestFirst: true, offset: read.auditLength() - 100, limit: 50 }),
    'library.audit: of a case': id => read.audit({ case: id, newestFirst: true, offset: 0, limit: 50 })
  }
}

/** How long each question takes in a library that was just opened and asked once. */
export function measureQuestions(library: Library): Record<string, Latency> {
  const next = random(2, 'questions')
  const { rows } = library.read.cases({ ...cases, status: ['open', 'closed', 'archived'], limit: 500 })
  const anyCase = (): string => rows[randomBelow(next, rows.length)]!.id
  return Object.fromEntries(
    Object.entries(questions(library)).map(([name, ask]) => {
      ask(anyCase())
      return [name, latencyOf(() => void ask(anyCase()))]
    })
  )
}

function latencyOf(work: () => void): Latency {
  return summary(Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }))
}

export const summary = (times: readonly number[]): Latency => ({ median: median(times), p95: times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1] ?? NaN })
