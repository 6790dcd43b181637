import { recordFault } from './faultLog'
import type { CrashRecord } from './worker/engineProcess'

/** Keeps a crash of the engine: the call it cost, how it ended, what it said last. */
export function recordCrash(record: CrashRecord, folder?: string): void {
  recordFault({ what: 'engine', message: `the engine process ended unexpectedly (${record.signal ?? record.code})`, details: record }, folder)
}
