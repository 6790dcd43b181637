/**
 * Adds up what every test runner reported and prints the line that CI reads. A runner that left no report is a failure:
 * silence is not success.
 */
import { existsSync, readFileSync } from 'node:fs'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  /** Files that broke before any test ran have no tests to count. */
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

const readers: Record<string, (report: never) => Counts> = {
  'test-results/reports/vitest.json': ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed')).length,
    skipped: numPendingTests + numTodoTests
  }),
  'test-results/reports/playwright.json': ({ stats, errors }: PlaywrightReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped
  })
}

function count(file: string): Counts {
  if (existsSync(file)) return readers[file]!(JSON.parse(readFileSync(file, 'utf8')) as never)
  console.log(`${file} is missing: its tests did not run to their end`)
  return { passed: 0, failed: 1, skipped: 0 }
}

const all = Object.keys(readers).map(count)
const sum = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`)
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
