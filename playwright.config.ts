import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/playwright',
  // Each file has a host of its own; a test waits for an engine or a paint most of its time.
  workers: '100%',
  forbidOnly: true,
  timeout: 60_000,
  // Slow machines are slow, not broken: a check fails for good only after this.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/playwright.json' }]],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: chromiumArguments, ...(executablePath === undefined ? {} : { executablePath }) }
  }
})
