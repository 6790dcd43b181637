import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import envPaths from 'env-paths'
import type { CrashRecord } from './worker/engineProcess'

const logFolder = (): string => envPaths('vidimus', { suffix: '' }).log

/**
 * Appends a crash of the engine to engine-crashes.jsonl, one JSON object a line, and says so on stderr.
 * Written at once: the host may be about to end too. A log that can't be written never adds a second failure.
 */
export function recordCrash(record: CrashRecord, folder = logFolder()): void {
  const file = join(folder, 'engine-crashes.jsonl')
  try {
    mkdirSync(folder, { recursive: true })
    appendFileSync(file, `${JSON.stringify(record)}\n`)
    process.stderr.write(`vidimus: the engine process ended unexpectedly (${record.signal ?? record.code}); recorded in ${file}\n`)
  } catch (error) {
    process.stderr.write(`vidimus: the engine process ended unexpectedly: ${JSON.stringify(record)} (not recorded: ${String(error)})\n`)
  }
}
