import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // ONNX Runtime and sharp are native: a crash must cost one test file, so each file gets a process.
    pool: 'forks',
    // Most files wait for one process at a time, so that as many as there are cores keep them busy.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The second report is for scripts/tally.ts.
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/reports/vitest.json' }
  }
})
